//! A mailbox, for tests.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use customers::channels::ChannelKind;
use engage::connectors::Provider;
use kit::jobs::{Handler, Job, Outcome, Workers, handler};
use serde_json::Value;

use crate::app::App;

/// The job by which the e-mail door sends a letter.
const SEND: &str = "send_letter";

#[derive(Clone, Default)]
pub struct Mailbox(Arc<Mutex<Vec<String>>>);

/// Opens an e-mail door.
pub async fn can_write(app: &App) {
    engage::testing::door(&app.engage, ChannelKind::Email, "Mail", Some(Provider::Email)).await;
}

impl Mailbox {
    /// Does the jobs of this kind that are due; letters lie in the box instead of going out.
    pub async fn work(&self, app: &App, kind: &'static str) {
        let mut handlers: HashMap<&'static str, Handler> = HashMap::new();
        handlers.insert(kind, crate::jobs::handlers(app).remove(kind).unwrap());
        let into = self.0.clone();
        let post = handler(move |job: Job| {
            let body: Value = serde_json::from_str(&job.body).unwrap();
            let said = |name: &str| body["letter"][name].as_str().unwrap().replace('\u{a0}', " ");
            let letter = format!("To: {}\n{}\n\n{}\n", said("to"), said("subject"), said("body"));
            into.lock().unwrap().push(letter);
            async { Outcome::Done }
        });
        handlers.insert(SEND, post);
        let workers = Workers::new(app.ctx.db.clone(), app.ctx.clock.clone(), handlers);
        workers.finish().await.unwrap();
    }

    /// Takes out what lies there.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}
