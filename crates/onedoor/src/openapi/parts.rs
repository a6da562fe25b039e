//! The pieces of which the paths are made.

use serde_json::{Map, Value, json};

/// Which key a call needs.
#[derive(Clone, Copy)]
pub enum Key {
    /// The write key; the secret one does too.
    Write,
    Secret,
    Server,
    None,
}

impl Key {
    fn scheme(self) -> Value {
        match self {
            Key::Write => json!([{ "writeKey": [] }, { "secretKey": [] }]),
            Key::Secret => json!([{ "secretKey": [] }]),
            Key::Server => json!([{ "serverKey": [] }]),
            Key::None => json!([]),
        }
    }
}

pub fn of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// One method of one path.
pub struct Call(Map<String, Value>);

/// `id` is the operation's id: what a generated client calls it.
pub fn call(tag: &str, id: &str, summary: &str, key: Key) -> Call {
    let mut call = Map::new();
    call.insert("tags".into(), json!([tag]));
    call.insert("operationId".into(), json!(id));
    call.insert("summary".into(), json!(summary));
    call.insert("security".into(), key.scheme());
    call.insert("parameters".into(), json!([]));
    let refused = json!({ "default": { "$ref": "#/components/responses/Problem" } });
    call.insert("responses".into(), refused);
    Call(call)
}

impl Call {
    fn push(&mut self, parameter: Value) {
        if let Some(Value::Array(all)) = self.0.get_mut("parameters") {
            all.push(parameter);
        }
    }

    pub fn path(mut self, name: &str, description: &str) -> Call {
        self.push(json!({
            "name": name, "in": "path", "required": true, "description": description,
            "schema": { "type": "string" },
        }));
        self
    }

    pub fn query(mut self, name: &str, description: &str, schema: Value) -> Call {
        self.push(
            json!({ "name": name, "in": "query", "description": description, "schema": schema }),
        );
        self
    }

    pub fn header(mut self, name: &str, description: &str) -> Call {
        self.push(json!({
            "name": name, "in": "header", "description": description, "schema": { "type": "string" },
        }));
        self
    }

    pub fn body(mut self, schema: Value) -> Call {
        let content = json!({ "application/json": { "schema": schema } });
        self.0.insert("requestBody".into(), json!({ "required": true, "content": content }));
        self
    }

    /// A body that may be left out.
    pub fn body_maybe(mut self, schema: Value) -> Call {
        let content = json!({ "application/json": { "schema": schema } });
        self.0.insert("requestBody".into(), json!({ "required": false, "content": content }));
        self
    }

    pub fn body_as(mut self, kinds: &[&str], schema: Value) -> Call {
        let content: Map<String, Value> =
            kinds.iter().map(|kind| ((*kind).into(), json!({ "schema": schema }))).collect();
        self.0.insert("requestBody".into(), json!({ "required": true, "content": content }));
        self
    }

    fn responds(mut self, status: u16, response: Value) -> Call {
        if let Some(Value::Object(all)) = self.0.get_mut("responses") {
            all.insert(status.to_string(), response);
        }
        self
    }

    pub fn gives(self, status: u16, description: &str, schema: Value) -> Call {
        let content = json!({ "application/json": { "schema": schema } });
        self.responds(status, json!({ "description": description, "content": content }))
    }

    /// Something that is no JSON: a file, a stream of events.
    pub fn gives_as(self, status: u16, description: &str, kind: &str) -> Call {
        let content = json!({ kind: { "schema": { "type": "string" } } });
        self.responds(status, json!({ "description": description, "content": content }))
    }

    pub fn gives_nothing(self, status: u16, description: &str) -> Call {
        self.responds(status, json!({ "description": description }))
    }

    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// The methods of a path.
pub fn path<const N: usize>(methods: [(&str, Call); N]) -> Value {
    let methods = methods.into_iter().map(|(name, call)| (name.to_string(), call.done()));
    Value::Object(methods.collect())
}

/// An object; whose names end in `?` may be left out.
pub fn object(fields: &[(&str, Value)]) -> Value {
    let name = |field: &str| field.trim_end_matches('?').to_string();
    let properties: Map<String, Value> =
        fields.iter().map(|(field, schema)| (name(field), schema.clone())).collect();
    let required: Vec<String> = fields
        .iter()
        .filter(|(field, _)| !field.ends_with('?'))
        .map(|(field, _)| name(field))
        .collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

pub fn text() -> Value {
    json!({ "type": "string" })
}

pub fn text_or_null() -> Value {
    json!({ "type": ["string", "null"] })
}

pub fn whole() -> Value {
    json!({ "type": "integer" })
}

pub fn moment() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

pub fn moment_or_null() -> Value {
    json!({ "type": ["string", "null"], "format": "date-time" })
}

pub fn list(schema: Value) -> Value {
    json!({ "type": "array", "items": schema })
}

pub fn one_of(words: &[&str]) -> Value {
    json!({ "type": "string", "enum": words })
}

pub fn anything() -> Value {
    json!({ "type": "object" })
}
