-- What is sold. Texts in other languages than the shop's own stand in product_texts.
create table products (
  id {blob} not null primary key,
  -- The last part of the product's address; one product has it.
  handle {text} not null,
  status {text} not null,
  title text not null,
  description text not null,
  brand text,
  category_id {blob},
  tax_class {text} not null,
  created_at bigint not null,
  updated_at bigint not null
){clustered};
create unique index products_handle on products (handle);
create index products_category on products (category_id);

-- What can be bought: a product in one size and colour. A product without options has one.
create table variants (
  id {blob} not null primary key,
  product_id {blob} not null,
  -- The shop's own number; one variant has it.
  sku {text} not null,
  -- GTIN-8, -12, -13 or -14, as 14 digits.
  gtin {text},
  -- As JSON, in the order of the product's options: [["Colour","blue"]].
  options text not null,
  position bigint not null,
  weight_g bigint,
  updated_at bigint not null,
  archived_at bigint
){clustered};
create unique index variants_sku on variants (sku);
create index variants_gtin on variants (gtin);
create index variants_product on variants (product_id, position);
