//! What customers do: the calls of the Segment SDKs, also by their short names.

use serde_json::{Map, Value, json};

use super::parts::{Call, Key, anything, call, list, of, path, text};

pub fn paths() -> Map<String, Value> {
    let mut paths = Map::new();
    let calls = [
        ("track", "t", "Something happened"),
        ("identify", "i", "Who it is, and what is known of them"),
        ("page", "p", "A page was seen"),
        ("screen", "s", "A screen of an app was seen"),
        ("group", "g", "Somebody belongs to a household or a company"),
        ("alias", "a", "Two ids are one person"),
    ];
    for (name, short, summary) in calls {
        let one = |id: &str| recorded(call("recording", id, summary, Key::Write)).body(of("Call"));
        paths.insert(format!("/v1/{name}"), path([("post", one(name))]));
        paths.insert(format!("/v1/{short}"), path([("post", one(&format!("{name}_short")))]));
    }
    for (address, id) in [("/v1/batch", "batch"), ("/v1/b", "batch_short")] {
        let one = call("recording", id, "Up to 2,500 calls in 500 KB", Key::Write);
        let body = json!({
            "type": "object", "required": ["batch"],
            "properties": { "batch": list(of("Call")) },
        });
        paths.insert(address.into(), path([("post", recorded(one).body(body))]));
    }
    let import = call("recording", "import_history", "History, one call a line", Key::Secret)
        .body_as(&["application/x-ndjson"], text())
        .gives(200, "What became of the lines", anything());
    paths.insert("/v1/import".into(), path([("post", import)]));
    let settings =
        call("recording", "show_settings", "What analytics.js asks before it sends", Key::None)
            .path("key", "The write key")
            .gives(200, "That events go to us", anything());
    paths.insert("/v1/projects/{key}/settings".into(), path([("get", settings)]));
    paths
}

fn recorded(call: Call) -> Call {
    call.gives(200, "Accepted: it is committed", of("Recorded"))
}
