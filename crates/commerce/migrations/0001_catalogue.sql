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
  -- As JSON: [{"url":"https://…","alt":{"pl":"Kubek z boku"}}].
  media text not null,
  -- Active, with a variant that is not archived.
  is_sold bigint not null,
  created_at bigint not null,
  updated_at bigint not null
){clustered};
create unique index products_handle on products (handle);
create index products_category on products (category_id);
create index products_sold on products (is_sold, id);
create index products_status on products (status, id);

create table product_texts (
  product_id {blob} not null,
  lang {text} not null,
  title text not null,
  description text not null,
  primary key (product_id, lang)
){clustered};

-- The only doors where a product is sold. One without rows here is sold at each.
create table product_channels (
  product_id {blob} not null,
  channel_id {blob} not null,
  primary key (product_id, channel_id)
){clustered};

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

-- A tree; the roots have no parent.
create table categories (
  id {blob} not null primary key,
  parent_id {blob},
  handle {text} not null,
  title text not null,
  -- As JSON: {"pl":"Kubki"}.
  texts text not null,
  position bigint not null
){clustered};
create unique index categories_handle on categories (handle);

-- Products by the folded words of their titles, brands, options and numbers.
create table product_terms (
  term {text} not null,
  product_id {blob} not null,
  -- A word of the title says more than one of the brand.
  weight bigint not null,
  is_sold bigint not null,
  primary key (term, product_id)
){clustered};
create index product_terms_product on product_terms (product_id);

-- Words that were ever in product_terms, by three letters that stand side by side: for what was mistyped.
create table product_grams (
  gram {text} not null,
  word {text} not null,
  primary key (gram, word)
){clustered};

-- What sold products can be narrowed down by: category, brand, option:Colour.
create table product_facets (
  product_id {blob} not null,
  kind {text} not null,
  value {text} not null,
  primary key (product_id, kind, value)
){clustered};
create index product_facets_value on product_facets (kind, value, product_id);

-- Whoever changes the catalogue holds this row: numbers, codes and addresses are looked at before they are written.
create table catalogue_turns (
  id bigint not null primary key,
  turn bigint not null
){clustered};
insert into catalogue_turns (id, turn) values (1, 0);
