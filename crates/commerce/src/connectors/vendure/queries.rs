//! What is asked of Vendure.

pub const LOGIN: &str = "mutation ($username: String!, $password: String!) {
  login(username: $username, password: $password) {
    __typename ... on ErrorResult { message }
  }
}";

pub const SHOP: &str = "{
  activeChannel { pricesIncludeTax }
  stockLocations(options: { take: 1, sort: { id: ASC } }) { items { id } }
}";

pub const PRODUCTS: &str = "query ($options: ProductListOptions) {
  products(options: $options) { items {
    id name slug description enabled updatedAt
    variants { id sku enabled updatedAt currencyCode priceWithTax
      taxRateApplied { value } options { name group { name } } }
  } }
}";

pub const VARIANTS: &str = "query ($options: ProductVariantListOptions) {
  productVariants(options: $options) { items {
    id sku enabled updatedAt currencyCode priceWithTax
    taxRateApplied { value } options { name group { name } }
    product { id name slug description enabled updatedAt }
  } }
}";

pub const CUSTOMERS: &str = "query ($options: CustomerListOptions) {
  customers(options: $options) { items {
    id createdAt updatedAt firstName lastName emailAddress phoneNumber user { verified }
  } }
}";

pub const ORDERS: &str = "query ($options: OrderListOptions) {
  orders(options: $options) { items {
    id code state updatedAt orderPlacedAt currencyCode totalWithTax shippingWithTax couponCodes
    customer { id createdAt updatedAt firstName lastName emailAddress phoneNumber user { verified } }
    shippingAddress { fullName streetLine1 streetLine2 city postalCode countryCode phoneNumber }
    lines {
      id quantity orderPlacedQuantity taxRate unitPriceWithTax proratedUnitPriceWithTax
      proratedLinePriceWithTax productVariant { id sku name }
    }
    payments { state method transactionId }
    fulfillments { state trackingCode lines { orderLineId quantity } }
  } }
}";

pub const LEVELS: &str = "query ($options: ProductVariantListOptions) {
  productVariants(options: $options) { items {
    id updatedAt stockLevels { stockLocationId stockOnHand }
  } }
}";

pub const TELL: &str = "mutation ($input: [UpdateProductVariantInput!]!) {
  updateProductVariants(input: $input) { id }
}";
