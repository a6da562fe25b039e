//! What is asked of Shopify (Admin API 2026-10).
//!
//! A query costs points before it is run: one for each object, two and its size for each list. More than 1,000 are refused,
//! so lists are short, and who has more than the first of its parts is asked for the rest.

/// Whose shapes these are. Each version is kept for a year, and then the oldest one answers.
pub const VERSION: &str = "2026-10";

pub const SHOP: &str = "query ($location: ID) {
  shop { currencyCode }
  location(id: $location) { id }
}";

/// A variant, as part of a product.
const VARIANT: &str = "fragment V on ProductVariant {
  id sku barcode price updated_at: updatedAt selected_options: selectedOptions { name value }
  inventory_item: inventoryItem { id }
}";

const PRODUCTS: &str = "query ($after: String, $query: String) {
  page: products(first: 12, after: $after, sortKey: UPDATED_AT, query: $query) {
    nodes {
      id title handle status body_html: descriptionHtml updated_at: updatedAt
      variants(first: 25) { nodes { ...V } pageInfo { hasNextPage endCursor } }
    }
    pageInfo { hasNextPage endCursor }
  }
}";

const PRODUCT: &str = "query ($id: ID!, $after: String) {
  whole: product(id: $id) {
    variants(first: 100, after: $after) { nodes { ...V } pageInfo { hasNextPage endCursor } }
  }
}";

const CUSTOMER: &str = "fragment C on Customer {
  id first_name: firstName last_name: lastName verified_email: verifiedEmail
  email: defaultEmailAddress { emailAddress } phone: defaultPhoneNumber { phoneNumber }
  created_at: createdAt updated_at: updatedAt
}";

/// The newest first: by time of change they can be asked for by the day only.
const CUSTOMERS: &str = "query ($after: String) {
  page: customers(first: 100, after: $after, sortKey: UPDATED_AT, reverse: true) {
    nodes { ...C }
    pageInfo { hasNextPage endCursor }
  }
}";

const LINE: &str = "fragment L on LineItem {
  id sku title name quantity current_quantity: currentQuantity unfulfilled_quantity: unfulfilledQuantity
  variant { id }
  price_set: originalUnitPriceSet { ...M }
  tax_lines: taxLines(first: 3) { rate price_set: priceSet { ...M } }
  discount_allocations: discountAllocations { amount_set: allocatedAmountSet { ...M } }
}
fragment M on MoneyBag { shop_money: shopMoney { amount } }";

const ORDERS: &str = "query ($after: String, $query: String) {
  page: orders(first: 5, after: $after, sortKey: UPDATED_AT, query: $query) {
    nodes {
      id name email phone currency: currencyCode taxes_included: taxesIncluded
      created_at: createdAt processed_at: processedAt updated_at: updatedAt cancelled_at: cancelledAt
      financial_status: displayFinancialStatus
      total_price_set: totalPriceSet { ...M }
      total_shipping_price_set: totalShippingPriceSet { ...M }
      payment_gateway_names: paymentGatewayNames discount_codes: discountCodes
      customer { ...C }
      shipping_address: shippingAddress {
        name address1 address2 zip city country_code: countryCodeV2 phone
      }
      fulfillments(first: 3) { status tracking_info: trackingInfo(first: 1) { number } }
      line_items: lineItems(first: 10) { nodes { ...L } pageInfo { hasNextPage endCursor } }
    }
    pageInfo { hasNextPage endCursor }
  }
}";

const ORDER: &str = "query ($id: ID!, $after: String) {
  whole: order(id: $id) {
    line_items: lineItems(first: 50, after: $after) {
      nodes { ...L } pageInfo { hasNextPage endCursor }
    }
  }
}";

pub const LEVELS: &str = "query ($location: ID!, $after: String) {
  location(id: $location) {
    page: inventoryLevels(first: 100, after: $after) {
      nodes { item { id } quantities(names: [\"available\"]) { quantity } }
      pageInfo { hasNextPage endCursor }
    }
  }
}";

/// How many there are of a few.
pub const LEVELS_OF: &str = "query ($ids: [ID!]!, $location: ID!) {
  nodes(ids: $ids) {
    ... on InventoryItem {
      id inventoryLevel(locationId: $location) { quantities(names: [\"available\"]) { quantity } }
    }
  }
}";

/// Only from the number that was read: who bought in the meantime is not overwritten.
pub const SET_LEVELS: &str = "mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
  done: inventorySetQuantities(input: $input) @idempotent(key: $key) {
    userErrors { code message }
  }
}";

pub const SET_PRICES: &str = "mutation ($product: ID!, $variants: [ProductVariantsBulkInput!]!) {
  done: productVariantsBulkUpdate(productId: $product, variants: $variants, allowPartialUpdates: true) {
    userErrors { code message }
  }
}";

/// What of an order has still to be sent.
pub const LEFT_TO_SEND: &str = "query ($order: ID!) {
  order(id: $order) {
    fulfillmentOrders(first: 9) {
      nodes {
        id status
        line_items: lineItems(first: 50) {
          nodes { id remainingQuantity lineItem { id } } pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
}";

pub const MORE_LEFT_TO_SEND: &str = "query ($id: ID!, $after: String) {
  whole: fulfillmentOrder(id: $id) {
    line_items: lineItems(first: 100, after: $after) {
      nodes { id remainingQuantity lineItem { id } } pageInfo { hasNextPage endCursor }
    }
  }
}";

pub const SEND: &str = "mutation ($fulfillment: FulfillmentInput!) {
  done: fulfillmentCreate(fulfillment: $fulfillment) { userErrors { message } }
}";

/// A page of products, and the rest of one's variants.
pub fn products() -> [String; 2] {
    [PRODUCTS, PRODUCT].map(|query| [query, VARIANT].join("\n"))
}

pub fn customers() -> String {
    [CUSTOMERS, CUSTOMER].join("\n")
}

/// A page of orders, and the rest of one's lines.
pub fn orders() -> [String; 2] {
    [[ORDERS, CUSTOMER, LINE].join("\n"), [ORDER, LINE].join("\n")]
}
