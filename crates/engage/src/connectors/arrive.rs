//! What a door brings in, recorded.

use std::sync::Arc;

use customers::channels::Channel;
use kit::Result;

use super::Arrival;
use crate::Ctx;
use crate::conversations::{self, Received};

/// Records what came by a door, in its order; returns what became of the messages. If one cannot be recorded, those
/// before it are, and the provider will bring all of them again.
pub async fn arrive(
    ctx: &Ctx,
    channel: &Arc<Channel>,
    arrivals: Vec<Arrival>,
) -> Result<Vec<Received>> {
    let mut received = Vec::new();
    for arrival in arrivals {
        match arrival {
            Arrival::Message(inbound) => {
                received.push(conversations::receive(ctx, channel, &inbound).await?);
            }
            Arrival::Report(report) => {
                if !conversations::report(ctx, channel.id, &report).await? {
                    tracing::debug!(channel = %channel.id, ?report, "a report of a message that is not ours");
                }
            }
        }
    }
    Ok(received)
}
