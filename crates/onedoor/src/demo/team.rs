//! Who answers in the demo: one team behind all doors, which promises an answer within the hour and asks how it was.

use customers::accounts::{self, Permit, may};
use customers::channels::{self, ChannelKind};
use engage::teams::settings::{Survey, Targets};
use engage::teams::{self, Settings};
use kit::{Result, Tx};

use crate::app::App;

const NAME: &str = "Customer care";
const MINUTES: i64 = 60;

/// Puts it together; once, when the demo is new and what was said in the past has been said.
pub async fn gather(app: &App) -> Result<()> {
    let by: Permit<may::ManageTeam> = Permit::console();
    let see: Permit<may::SeeConversations> = Permit::console();
    let look = |tx: &Tx| Ok((accounts::colleagues(tx, &see)?, channels::store::list(tx)?));
    let (colleagues, doors) = app.ctx.db.read(look).await?;
    let members: Vec<_> = colleagues.iter().map(|one| one.id).collect();
    // The web shop's chat opens a moment later.
    let talking = doors.iter().filter(|door| door.talk || door.kind == ChannelKind::Web);
    let doors: Vec<_> = talking.map(|door| door.id).collect();
    let settings = Settings {
        targets: Targets { first: Some(MINUTES), next: Some(MINUTES), ..Targets::default() },
        // Whoever looks at the demo closes more than one conversation.
        survey: Survey { is_on: true, quiet_days: 0 },
        ..Settings::default()
    };
    let ctx = &app.engage;
    let team = teams::create(ctx, &by, NAME).await?;
    teams::set_members(ctx, &by, team, &members).await?;
    teams::set_doors(ctx, &by, team, &doors).await?;
    teams::set_settings(ctx, &by, team, &settings).await
}
