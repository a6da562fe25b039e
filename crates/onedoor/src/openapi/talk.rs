//! What is said: by visitors in the shop's pages, and by the shop's own servers.

use serde_json::{Map, Value, json};

use super::parts::{
    Call, Key, anything, call, list, moment, object, of, one_of, path, text, whole,
};

/// Of a visitor: what shows that they took part.
fn visitor(id: &str, summary: &str) -> Call {
    call("chat", id, summary, Key::Write)
        .header("Onedoor-Session", "The session that was given with the first message")
        .header("Onedoor-Token", "The JWT by which the shop's server vouches for the visitor")
}

pub fn paths() -> Map<String, Value> {
    let mut paths = visitors();
    paths.extend(elsewhere());
    paths.extend(servers());
    paths
}

fn named<const N: usize>(all: [(&str, Value); N]) -> Map<String, Value> {
    all.into_iter().map(|(address, methods)| (address.to_string(), methods)).collect()
}

fn visitors() -> Map<String, Value> {
    let after =
        |call: Call| call.query("after", "The newest message that is there already", text());
    let written = visitor("create_chat_message", "The visitor says something")
        .body(of("NewChatMessage"))
        .gives(201, "Recorded", of("ChatMessageTaken"))
        .gives(200, "It was there already", of("ChatMessageTaken"));
    let listed = after(visitor("list_chat_messages", "The newest 100 messages")).gives(
        200,
        "The oldest first",
        object(&[("messages", list(of("ChatMessage")))]),
    );
    let stream = after(visitor("follow_chat_messages", "What is said, as it comes")).gives_as(
        200,
        "Server-sent events `message`, `typing`, `read`",
        "text/event-stream",
    );
    let typing = visitor("show_typing", "The visitor types").gives_nothing(204, "Heard");
    let state = object(&[("state?", one_of(&["read", "delivered"]))]);
    let read = visitor("confirm_chat_messages", "All was shown, or received")
        .body(state)
        .gives_nothing(204, "Noted");
    let settings = visitor("show_chat_settings", "What the widget must know first").gives(
        200,
        "Whether somebody is there, what may be sent",
        of("ChatSettings"),
    );
    let identity =
        visitor("confirm_identity", "The shop's server says who it is, before a word was said")
            .body(object(&[("anonymousId", text())]))
            .gives_nothing(204, "Noted");
    let file = visitor("show_chat_file", "A file of a message")
        .path("id", "The id of the file")
        .gives_as(200, "The file", "*/*");
    let form_kinds =
        ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"];
    let form = call("chat", "create_form_message", "The contact form", Key::None)
        .path("key", "The write key")
        .body_as(&form_kinds, anything())
        .gives(202, "Taken", anything())
        .gives_nothing(303, "Taken; to the page that the form names");
    named([
        ("/v1/chat/messages", path([("get", listed), ("post", written)])),
        ("/v1/chat/stream", path([("get", stream)])),
        ("/v1/chat/typing", path([("post", typing)])),
        ("/v1/chat/read", path([("post", read)])),
        ("/v1/chat/settings", path([("get", settings)])),
        ("/v1/chat/identity", path([("post", identity)])),
        ("/v1/chat/files/{id}", path([("get", file)])),
        ("/v1/forms/{key}", path([("post", form)])),
    ])
}

fn elsewhere() -> Map<String, Value> {
    let lang = || one_of(&["en", "pl", "ro", "ru"]);
    let link = visitor("create_chat_link", "The same talk on another device, for 15 minutes")
        .body(object(&[("page", text())]))
        .gives(200, "A link, and its QR code", of("ChatLink"));
    let session = visitor("create_chat_session", "Opens such a link")
        .body(object(&[("link", text())]))
        .gives(200, "The session", object(&[("session", text())]));
    let asked =
        object(&[("email?", text()), ("phone?", text()), ("lang?", lang()), ("page?", text())]);
    let hand_over =
        visitor("create_chat_hand_over", "The talk goes on elsewhere: a code to show, or to send")
            .body(asked)
            .gives(201, "The code, and the doors", of("HandOver"));
    let shown = visitor("show_chat_hand_over", "What a page tells that was opened by a link")
        .path("code", "What follows `/go/` in the link")
        .query("lang", "In which language", lang())
        .gives(200, "One line; nothing is used up by looking", of("HandOverShown"));
    let proof = visitor("create_chat_proof", "Sends a code to an address")
        .body(object(&[("email?", text()), ("phone?", text()), ("lang?", lang())]))
        .gives(202, "It is on its way, whether the address is known here or not", of("Proof"));
    let answer = visitor("answer_chat_proof", "The code that came")
        .path("id", "The id of the proof")
        .body(object(&[("code", text())]))
        .gives(
            200,
            "A session that shows what was said before, for a day",
            object(&[("session", text())]),
        );
    let survey = call("chat", "answer_survey", "How it was: what was pressed", Key::None)
        .path("token", "What came with the question")
        .body(object(&[("score", whole()), ("comment?", text())]))
        .gives_nothing(204, "Noted");
    named([
        ("/v1/surveys/{token}", path([("post", survey)])),
        ("/v1/chat/link", path([("post", link)])),
        ("/v1/chat/sessions", path([("post", session)])),
        ("/v1/chat/hand-overs", path([("post", hand_over)])),
        ("/v1/chat/hand-overs/{code}", path([("get", shown)])),
        ("/v1/chat/proofs", path([("post", proof)])),
        ("/v1/chat/proofs/{id}", path([("post", answer)])),
    ])
}

fn servers() -> Map<String, Value> {
    let conversation = "The id of the conversation (`cnv_…`)";
    let reply = call("conversations", "create_message", "The shop answers", Key::Server)
        .path("id", conversation)
        .body(of("NewReply"))
        .gives(201, "On its way", object(&[("id", text())]));
    let hand_over = call(
        "conversations",
        "create_hand_over",
        "The conversation goes on elsewhere",
        Key::Server,
    )
    .path("id", conversation)
    .body_maybe(object(&[
        (
            "address?",
            json!({ "type": "string", "description": "`email:…` or `phone:…`: it is sent there" }),
        ),
        ("lang?", one_of(&["en", "pl", "ro", "ru"])),
        ("page?", text()),
    ]))
    .gives(201, "The code, and the doors", of("HandOver"));
    let brought =
        call("conversations", "bring_message", "A message by a door of your own", Key::Secret)
            .body(of("NewOwnMessage"))
            .gives(201, "Recorded", of("OwnMessageTaken"))
            .gives(200, "It was there already", of("OwnMessageTaken"));
    let report = call(
        "conversations",
        "create_report",
        "How far a message got at a door of your own",
        Key::Secret,
    )
    .path("id", "The id of the message (`msg_…`)")
    .body(object(&[
        ("state", one_of(&["sent", "delivered", "read", "failed"])),
        ("error?", text()),
        ("at?", json!({ "type": "string", "format": "date-time" })),
    ]))
    .gives_nothing(204, "Noted");
    let event = one_of(&["ringing", "unanswered", "answered", "voicemail", "ended", "recorded"]);
    let called =
        call("conversations", "create_call_event", "Something happened in a call", Key::Secret)
            .body(object(&[
                ("call", text()),
                ("event", event),
                ("id?", text()),
                ("at?", moment()),
                ("direction?", one_of(&["inbound", "outbound"])),
                ("from?", text()),
                ("to?", text()),
                ("name?", text()),
                ("extension?", text()),
                ("duration_seconds?", whole()),
                ("recording_url?", text()),
                ("reason?", one_of(&["no_answer", "busy", "cancelled", "failed"])),
            ]))
            .gives(200, "How the call stands", anything());
    named([
        ("/v1/calls", path([("post", called)])),
        ("/v1/conversations/{id}/messages", path([("post", reply)])),
        ("/v1/conversations/{id}/hand-overs", path([("post", hand_over)])),
        ("/v1/messages", path([("post", brought)])),
        ("/v1/messages/{id}/reports", path([("post", report)])),
    ])
}
