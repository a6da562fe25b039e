//! Who does the jobs of the product: what several crates must do for one job is put together here.

use std::collections::HashMap;

use commerce::orders::letters::WRITE;
use commerce::wishes;
use customers::identities::watch;
use kit::jobs::{Handler, Outcome, handler};

use crate::app::App;
use crate::letters;

/// The handlers of a running server, by the kind of job.
pub fn handlers(app: &App) -> HashMap<&'static str, Handler> {
    let mut all = engage::handlers(&app.engage);
    all.extend(wishes::handlers(&app.commerce, letters::wishes::writer(app)));
    all.extend(commerce::connectors::upkeep::handlers(&app.commerce));
    let writer = app.clone();
    let write = handler(move |job| {
        let app = writer.clone();
        async move { letters::orders::write(&app, &job).await }
    });
    all.insert(WRITE, write);
    // What an erased customer had in the cart goes first; a job that fails comes again, and finds nothing left to do.
    if let Some(talk) = all.remove(watch::ERASED) {
        let commerce = app.commerce.clone();
        let erase = handler(move |job| {
            let (commerce, talk) = (commerce.clone(), talk.clone());
            async move {
                match commerce::erase_job(&commerce, &job).await {
                    Outcome::Done => talk(job).await,
                    other => other,
                }
            }
        });
        all.insert(watch::ERASED, erase);
    }
    all
}
