-- Endpoints of before that want to hear of customers hear of all of them.
insert into listeners (name)
select 'webhooks' where exists (
  select 1 from webhook_endpoints where events = '' or events like '%customer.%'
) on conflict (name) do nothing;
