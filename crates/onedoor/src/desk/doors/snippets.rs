//! What to paste where, for each way to connect: real code with this server's address and this door's write key.
//!
//! The client tests run the same SDKs with the same options (tests/clients). A secret key is never in a snippet: it
//! is read from the environment, so that it does not end in a repository or a shell's history.

/// A way to connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sdk {
    Browser,
    Node,
    Python,
    Rudder,
    Curl,
    Till,
}

impl Sdk {
    pub const ALL: [Sdk; 6] =
        [Sdk::Browser, Sdk::Node, Sdk::Python, Sdk::Rudder, Sdk::Curl, Sdk::Till];

    pub fn code(self) -> &'static str {
        match self {
            Sdk::Browser => "browser",
            Sdk::Node => "node",
            Sdk::Python => "python",
            Sdk::Rudder => "rudder",
            Sdk::Curl => "curl",
            Sdk::Till => "till",
        }
    }
}

/// This server, as the one who connects a door reaches it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    scheme: String,
    host: String,
}

impl Server {
    /// From `https://host:port`. A name with anything else than names have is not put into code.
    pub fn at(url: &str) -> Server {
        let (scheme, host) = url.split_once("://").unwrap_or(("http", url));
        let is_name = |c: char| c.is_ascii_alphanumeric() || "-.:[]_".contains(c);
        let is_plain = !host.is_empty() && host.chars().all(is_name);
        let host = if is_plain { host } else { "localhost" };
        Server { scheme: scheme.to_owned(), host: host.to_owned() }
    }

    fn url(&self) -> String {
        format!("{}://{}", self.scheme, self.host)
    }
}

/// The blocks of one way, each with the key of its caption.
pub fn of(sdk: Sdk, server: &Server, write_key: &str) -> Vec<(&'static str, String)> {
    match sdk {
        Sdk::Browser => browser(server, write_key),
        Sdk::Node => node(server, write_key),
        Sdk::Python => python(server, write_key),
        Sdk::Rudder => rudder(server, write_key),
        Sdk::Curl => curl(server, write_key),
        Sdk::Till => till(server),
    }
}

const INSTALL: &str = "desk-doors-step-install";
const SEND: &str = "desk-doors-step-send";

fn browser(server: &Server, key: &str) -> Vec<(&'static str, String)> {
    let Server { scheme, host } = server;
    let code = [
        "import { AnalyticsBrowser } from '@segment/analytics-next'",
        "",
        "export const analytics = AnalyticsBrowser.load(",
        &format!("  {{ writeKey: '{key}', cdnURL: '{scheme}://{host}' }},"),
        "  { integrations: {",
        &format!("    'Segment.io': {{ apiHost: '{host}/v1', protocol: '{scheme}' }},"),
        "  } },",
        ")",
        "",
        "analytics.page()",
        "analytics.track('Product Viewed', {",
        "  product_id: 'cup-1', name: 'Espresso cup', price: 24.5, currency: 'PLN',",
        "})",
    ]
    .join("\n");
    let sign_in =
        "analytics.identify('user-1', { firstName: 'Anna', lastName: 'Nowak' })".to_owned();
    vec![
        (INSTALL, "npm install @segment/analytics-next".to_owned()),
        (SEND, code),
        ("desk-doors-step-sign-in", sign_in),
    ]
}

fn node(server: &Server, key: &str) -> Vec<(&'static str, String)> {
    let code = [
        "import { Analytics } from '@segment/analytics-node'",
        "",
        &format!(
            "const analytics = new Analytics({{ writeKey: '{key}', host: '{}' }})",
            server.url()
        ),
        "",
        "analytics.track({",
        "  userId: 'user-1',",
        "  event: 'Order Completed',",
        "  properties: { order_id: 'A-1001', total: 73.5, currency: 'PLN' },",
        "})",
        "await analytics.closeAndFlush()",
    ]
    .join("\n");
    vec![(INSTALL, "npm install @segment/analytics-node".to_owned()), (SEND, code)]
}

fn python(server: &Server, key: &str) -> Vec<(&'static str, String)> {
    let code = [
        "import segment.analytics as analytics",
        "",
        &format!("analytics.write_key = '{key}'"),
        &format!("analytics.host = '{}'", server.url()),
        "",
        "analytics.track('user-1', 'Order Completed', {",
        "    'order_id': 'A-1001', 'total': 73.5, 'currency': 'PLN',",
        "})",
        "analytics.flush()",
    ]
    .join("\n");
    vec![(INSTALL, "pip install segment-analytics-python".to_owned()), (SEND, code)]
}

fn rudder(server: &Server, key: &str) -> Vec<(&'static str, String)> {
    let url = server.url();
    let code = [
        "import RudderAnalytics from '@rudderstack/rudder-sdk-node'",
        "",
        &format!("const analytics = new RudderAnalytics('{key}', {{ dataPlaneUrl: '{url}' }})"),
        "",
        "analytics.track({",
        "  userId: 'user-1',",
        "  event: 'Order Completed',",
        "  properties: { order_id: 'A-1001', total: 73.5, currency: 'PLN' },",
        "})",
        "await analytics.flush()",
    ]
    .join("\n");
    vec![(INSTALL, "npm install @rudderstack/rudder-sdk-node".to_owned()), (SEND, code)]
}

fn curl(server: &Server, key: &str) -> Vec<(&'static str, String)> {
    let code = [
        &format!("curl {}/v1/track -u {key}: \\", server.url()),
        "  -H 'content-type: application/json' -d '{",
        "    \"anonymousId\": \"visitor-1\",",
        "    \"event\": \"Product Viewed\",",
        "    \"properties\": { \"product_id\": \"cup-1\", \"name\": \"Espresso cup\" }",
        "  }'",
    ]
    .join("\n");
    vec![(SEND, code)]
}

fn till(server: &Server) -> Vec<(&'static str, String)> {
    let url = server.url();
    let scan = [
        &format!("curl {url}/v1/track -u \"$ONEDOOR_SECRET_KEY:\" \\"),
        "  -H 'content-type: application/json' -d '{",
        "    \"event\": \"Loyalty Card Scanned\",",
        "    \"context\": { \"externalIds\": [",
        "      { \"type\": \"loyalty_card\", \"id\": \"KB-100200\", \"verified\": true }",
        "    ] }",
        "  }'",
    ]
    .join("\n");
    let ask = [
        &format!("curl {url}/v1/customers/loyalty_card:KB-100200/context \\"),
        "  -H \"authorization: Bearer $ONEDOOR_SECRET_KEY\"",
    ]
    .join("\n");
    vec![
        (
            "desk-doors-step-secret",
            "read -rs ONEDOOR_SECRET_KEY && export ONEDOOR_SECRET_KEY".into(),
        ),
        ("desk-doors-step-scan", scan),
        ("desk-doors-step-ask", ask),
    ]
}
