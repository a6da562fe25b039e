//! The permission matrix: every route × every method × every sort of caller. A new route shows here, because
//! [`Routes`] lists all that it has; a new sort of caller is a line of [`by_key`] or [`by_role`].

use axum::http::StatusCode;
use customers::accounts::{self, AccountId, NewAccount, Permit, Role, SessionId, Visit};
use customers::channels::{ChannelId, Passes};
use engage::conversations::{ConversationId, MessageId};

use super::*;

/// Somebody who calls, and what they bring.
struct Caller {
    name: &'static str,
    /// Of a door.
    key: Option<String>,
    /// Of a signed-in member of the staff.
    session: Option<accounts::Token>,
}

/// Understood by every route of the doors that takes a body.
const CALL: &str = r#"{"type": "track", "event": "Seen", "userId": "ana", "groupId": "popescu", "previousId": "tablet", "batch": []}"#;
/// Understood by every form of the desk. Nobody has this password.
const FORM: &str = "name=Ola&role=clerk&password=herbata&old=herbata&new=herbata&code=000000";

#[tokio::test(flavor = "multi_thread")]
async fn which_key_opens_what() {
    let (app, _folder) = open().await;
    let callers = by_key(&app.ctx).await;
    let mut table = Table::new(&callers);
    for route in routes(&app).listed().iter().filter(|route| !is_of_desk(&route.path)) {
        table.add(&app, &route.path, route.access, &callers).await;
    }
    expect![[r#"
                                                       no key | unknown key | write key | secret key | server's key | shut door's write key | its secret key
        GET    /health                                 200      200           200         200          200            200                     200
        GET    /metrics                                200      200           200         200          200            200                     200
        GET    /openapi.json                           200      200           200         200          200            200                     200
        POST   /v1/track                               401      401           200         200          200            401                     401
        POST   /v1/t                                   401      401           200         200          200            401                     401
        POST   /v1/identify                            401      401           200         200          200            401                     401
        POST   /v1/i                                   401      401           200         200          200            401                     401
        POST   /v1/page                                401      401           200         200          200            401                     401
        POST   /v1/p                                   401      401           200         200          200            401                     401
        POST   /v1/screen                              401      401           200         200          200            401                     401
        POST   /v1/s                                   401      401           200         200          200            401                     401
        POST   /v1/group                               401      401           200         200          200            401                     401
        POST   /v1/g                                   401      401           200         200          200            401                     401
        POST   /v1/alias                               401      401           200         200          200            401                     401
        POST   /v1/a                                   401      401           200         200          200            401                     401
        POST   /v1/batch                               401      401           200         200          200            401                     401
        POST   /v1/b                                   401      401           200         200          200            401                     401
        GET    /v1/projects/{key}/settings             401      401           200         200          200            401                     401
        GET    /cdn/v1/projects/{key}/settings         401      401           200         200          200            401                     401
        GET    /sourceConfig                           401      401           200         200          200            401                     401
        GET    /sourceConfig/                          401      401           200         200          200            401                     401
        POST   /v1/import                              401      401           403         200          200            401                     401
        GET    /v1/customers/{customer}/context        401      401           403         200          200            401                     401
        GET    /v1/customers/{customer}/timeline       401      401           403         200          200            401                     401
        GET    /v1/customers/{customer}/live           401      401           403         200          200            401                     401
        POST   /v1/customers/{customer}/consents       401      401           403         400          400            401                     401
        GET    /widget.js                              200      200           200         200          200            200                     200
        GET    /widget/{hash}/{part}                   404      404           404         404          404            404                     404
        GET    /go/{code}                              404      404           404         404          404            404                     404
        GET    /go.css                                 200      200           200         200          200            200                     200
        GET    /v1/chat/messages                       401      401           401         401          403            401                     401
        POST   /v1/chat/messages                       401      401           400         400          403            401                     401
        GET    /v1/chat/stream                         401      401           401         401          403            401                     401
        POST   /v1/chat/typing                         401      401           401         401          403            401                     401
        POST   /v1/chat/read                           401      401           401         401          403            401                     401
        GET    /v1/chat/settings                       401      401           200         200          403            401                     401
        GET    /v1/chat/files/{id}                     401      401           401         401          403            401                     401
        POST   /v1/chat/identity                       401      401           401         401          403            401                     401
        POST   /v1/chat/link                           401      401           401         401          403            401                     401
        POST   /v1/chat/sessions                       401      401           400         400          403            401                     401
        POST   /v1/chat/hand-overs                     401      401           401         401          403            401                     401
        GET    /v1/chat/hand-overs/{code}              401      401           400         400          403            401                     401
        POST   /v1/chat/proofs                         401      401           401         401          403            401                     401
        POST   /v1/chat/proofs/{id}                    401      401           401         401          403            401                     401
        POST   /v1/forms/{key}                         401      401           400         400          403            401                     401
        GET    /v1/channels                            401      401           403         403          200            401                     401
        POST   /v1/channels                            401      401           403         403          400            401                     401
        GET    /v1/customers/{customer}/export         401      401           403         403          200            401                     401
        POST   /v1/customers/{customer}/erasure        401      401           403         403          201            401                     401
        PUT    /v1/customers/{customer}/restriction    401      401           403         403          400            401                     401
        DELETE /v1/customers/{customer}/restriction    401      401           403         403          400            401                     401
        PUT    /v1/customers/{customer}/objection      401      401           403         403          400            401                     401
        DELETE /v1/customers/{customer}/objection      401      401           403         403          400            401                     401
        POST   /v1/conversations/{id}/messages         401      401           403         403          400            401                     401
        GET    /help                                   200      200           200         200          200            200                     200
        GET    /help/help.css                          200      200           200         200          200            200                     200
        GET    /help/{slug}                            404      404           404         404          404            404                     404
        POST   /help/{slug}/vote                       415      415           415         415          415            415                     415
        GET    /files/{link}                           404      404           404         404          404            404                     404
        POST   /v1/conversations/{id}/hand-overs       401      401           403         403          400            401                     401
        GET    /v1/webhooks                            401      401           403         403          200            401                     401
        POST   /v1/webhooks                            401      401           403         403          400            401                     401
        DELETE /v1/webhooks/{id}                       401      401           403         403          400            401                     401
        POST   /v1/webhooks/{id}/secret                401      401           403         403          400            401                     401
        POST   /v1/webhooks/{id}/test                  401      401           403         403          400            401                     401
        GET    /v1/webhooks/{id}/deliveries            401      401           403         403          400            401                     401
        POST   /v1/webhooks/{id}/again/{delivery}      401      401           403         403          400            401                     401
        POST   /v1/messages                            401      401           403         400          400            401                     401
        POST   /v1/messages/{id}/reports               401      401           403         400          400            401                     401
        GET    /shop                                   404      404           404         404          404            404                     404
        GET    /shop/shop.css                          200      200           200         200          200            200                     200
        GET    /shop/shop.js                           200      200           200         200          200            200                     200
        GET    /s/{token}                              404      404           404         404          404            404                     404
        POST   /s/{token}                              415      415           415         415          415            415                     415
        POST   /v1/surveys/{token}                     400      400           400         400          400            400                     400
        GET    /u/{token}                              404      404           404         404          404            404                     404
        POST   /u/{token}                              404      404           404         404          404            404                     404
        GET    /hooks/{channel_id}/kannel/{secret}     404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/kannel/{secret}     404      404           404         404          404            404                     404
        GET    /hooks/{channel_id}/kannel/{secret}/dlr 404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/twilio              404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/twilio/{message_id} 404      404           404         404          404            404                     404
        GET    /hooks/{channel_id}/whatsapp            404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/whatsapp            404      404           404         404          404            404                     404
        GET    /hooks/{channel_id}/messenger           404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/messenger           404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/telegram            404      404           404         404          404            404                     404
        POST   /v1/calls                               401      401           403         400          400            401                     401
        POST   /hooks/{channel_id}/voice               404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/voice/status        404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/voice/{call}/{what} 404      404           404         404          404            404                     404
    "#]].assert_eq(&table.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn which_role_opens_what() {
    let (app, _folder) = open().await;
    let mut callers = by_role(&app.ctx, "first").await;
    let mut table = Table::new(&callers);
    for route in routes(&app).listed().iter().filter(|route| is_of_desk(&route.path)) {
        table.add(&app, &route.path, route.access, &callers).await;
        if route.path == "/desk/sign-out" {
            callers = by_role(&app.ctx, "second").await;
        }
    }
    expect![[r#"
                                                       no key | secret key | owner | admin | agent | clerk | marketer | analyst
        GET    /                                       303      303          303     303     303     303     303        303
        GET    /desk/assets/{file}                     404      404          404     404     404     404     404        404
        GET    /desk/set-up                            200      200          200     200     200     200     200        200
        POST   /desk/set-up                            400      400          400     400     400     400     400        400
        GET    /desk/sign-in                           303      303          303     303     303     303     303        303
        POST   /desk/sign-in                           401      401          401     401     401     401     401        401
        GET    /desk/sign-in/code                      303      303          303     303     303     303     303        303
        POST   /desk/sign-in/code                      303      303          303     303     303     303     303        303
        GET    /desk/password/{link}                   404      404          404     404     404     404     404        404
        POST   /desk/password/{link}                   404      404          404     404     404     404     404        404
        POST   /desk/preferences                       303      303          303     303     303     303     303        303
        GET    /desk                                   401      401          303     303     303     303     303        303
        POST   /desk/sign-out                          401      401          303     303     303     303     303        303
        GET    /desk/settings                          401      401          200     200     200     200     200        200
        POST   /desk/settings/password                 401      401          400     400     400     400     400        400
        POST   /desk/settings/sessions/{id}/end        401      401          404     404     404     404     404        404
        POST   /desk/settings/sessions/end-others      401      401          303     303     303     303     303        303
        GET    /desk/settings/second-factor            401      401          200     200     200     200     200        200
        POST   /desk/settings/second-factor            401      401          400     400     400     400     400        400
        POST   /desk/settings/second-factor/off        401      401          400     400     400     400     400        400
        POST   /desk/settings/recovery-codes           401      401          400     400     400     400     400        400
        GET    /desk/team                              401      401          200     200     403     403     403        403
        POST   /desk/team                              401      401          200     200     403     403     403        403
        POST   /desk/team/{id}/role                    401      401          404     404     403     403     403        403
        POST   /desk/team/{id}/reset                   401      401          404     404     403     403     403        403
        POST   /desk/team/{id}/disable                 401      401          404     404     403     403     403        403
        POST   /desk/team/{id}/enable                  401      401          404     404     403     403     403        403
        GET    /desk/settings/ready                    401      401          200     200     200     200     403        403
        POST   /desk/settings/ready                    401      401          400     400     400     400     403        403
        GET    /desk/settings/ready/{id}               401      401          404     404     404     404     403        403
        POST   /desk/settings/ready/{id}               401      401          404     404     404     404     403        403
        POST   /desk/settings/ready/{id}/removal       401      401          404     404     404     404     403        403
        GET    /desk/settings/articles                 401      401          200     200     200     200     403        403
        POST   /desk/settings/articles                 401      401          400     400     400     400     403        403
        GET    /desk/settings/articles/new             401      401          200     200     200     200     403        403
        POST   /desk/settings/articles/preview         401      401          200     200     200     200     403        403
        GET    /desk/settings/articles/{id}            401      401          404     404     404     404     403        403
        POST   /desk/settings/articles/{id}            401      401          404     404     404     404     403        403
        POST   /desk/settings/articles/{id}/removal    401      401          404     404     404     404     403        403
        GET    /desk/settings/shop                     401      401          200     200     403     403     403        403
        POST   /desk/settings/shop                     401      401          303     303     403     403     403        403
        GET    /desk/inbox                             401      401          200     200     200     200     403        403
        GET    /desk/inbox/live                        401      401          200     200     200     200     403        403
        POST   /desk/inbox/views                       401      401          303     303     303     303     403        403
        POST   /desk/inbox/views/{id}/removal          401      401          404     404     404     404     403        403
        GET    /desk/inbox/files/{id}                  401      401          404     404     404     404     403        403
        GET    /desk/inbox/repeats                     401      401          200     200     200     200     403        403
        GET    /desk/inbox/search                      401      401          200     200     200     200     403        403
        GET    /desk/inbox/{id}                        401      401          404     404     404     404     403        403
        GET    /desk/inbox/{id}/live                   401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/typing                 401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/templates              401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/messages               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/draft                  401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/closure                401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/opening                401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/rest                   401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/assignee               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/team                   401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/priority               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/hand-overs             401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/joins                  401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/parts/{part}/removal   401      401          404     404     404     404     403        403
        GET    /desk/store                             401      401          200     200     200     200     403        403
        GET    /desk/store/{door}                      401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/scans                401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/customers            401      401          404     404     404     404     403        403
        GET    /desk/store/{door}/{id}                 401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/{id}/visits          401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/{id}/messages        401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/{id}/identities      401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/{id}/proofs          401      401          404     404     404     404     403        403
        POST   /desk/store/{door}/{id}/proofs/{proof}  401      401          404     404     404     404     403        403
        GET    /desk/webhooks                          401      401          200     200     403     403     403        403
        POST   /desk/webhooks                          401      401          400     400     403     403     403        403
        GET    /desk/webhooks/{id}                     401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/secret              401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/test                401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/state               401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/removal             401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/again/{delivery}    401      401          404     404     403     403     403        403
        GET    /desk/teams                             401      401          200     200     403     403     403        403
        POST   /desk/teams                             401      401          303     409     403     403     403        403
        GET    /desk/teams/{id}                        401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/name                   401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/members                401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/doors                  401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/removal                401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/hours                  401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/targets                401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/away                   401      401          404     404     403     403     403        403
        POST   /desk/teams/{id}/survey                 401      401          404     404     403     403     403        403
        POST   /desk/agents/{id}                       401      401          404     404     403     403     403        403
        POST   /desk/availability                      401      401          303     303     303     303     403        403
        GET    /desk/rules                             401      401          200     200     403     403     403        403
        POST   /desk/rules                             401      401          400     400     403     403     403        403
        POST   /desk/rules/{id}                        401      401          404     404     403     403     403        403
        POST   /desk/rules/{id}/up                     401      401          404     404     403     403     403        403
        POST   /desk/rules/{id}/removal                401      401          404     404     403     403     403        403
        GET    /desk/satisfaction                      401      401          200     200     200     200     403        403
        GET    /desk/calls/live                        401      401          200     200     200     200     403        403
        GET    /desk/customers/{id}/calls              401      401          404     404     404     404     403        403
        POST   /desk/customers/{id}/calls              401      401          404     404     404     404     403        403
        POST   /desk/customers/{id}/calls/out          401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/calls/{message}/words  401      401          404     404     404     404     403        403
        GET    /desk/settings/telephone                401      401          200     200     200     200     403        403
        POST   /desk/settings/telephone                401      401          404     404     404     404     403        403
        GET    /desk/customers                         401      401          200     200     200     200     200        200
        GET    /desk/customers/{id}                    401      401          404     404     404     404     404        404
        GET    /desk/customers/{id}/live               401      401          404     404     404     404     404        404
        GET    /desk/customers/{id}/events/{place}     401      401          404     404     403     403     403        403
        GET    /desk/customers/{id}/merge              401      401          404     404     404     403     403        403
        POST   /desk/customers/{id}/merge              401      401          404     404     404     403     403        403
        GET    /desk/customers/{id}/export             401      401          404     404     403     403     403        403
        POST   /desk/customers/{id}/objection          401      401          404     404     404     404     403        403
        POST   /desk/customers/{id}/restriction        401      401          404     404     404     404     403        403
        GET    /desk/customers/{id}/erasure            401      401          404     404     403     403     403        403
        POST   /desk/customers/{id}/erasure            401      401          404     404     403     403     403        403
        GET    /desk/customers/erasures/{id}           401      401          404     404     403     403     403        403
        POST   /desk/customers/{id}/dismissals/{other} 401      401          404     404     404     403     403        403
        GET    /desk/customers/{id}/splits/{edge}      401      401          404     404     404     403     403        403
        POST   /desk/customers/{id}/splits/{edge}      401      401          404     404     404     403     403        403
        GET    /desk/doors                             401      401          200     200     200     403     200        200
        POST   /desk/doors                             401      401          400     400     403     403     403        403
        GET    /desk/doors/live                        401      401          200     200     200     403     200        200
        GET    /desk/doors/new                         401      401          200     200     403     403     403        403
        GET    /desk/doors/{id}                        401      401          404     404     404     403     404        404
        GET    /desk/doors/{id}/live                   401      401          404     404     404     403     404        404
        POST   /desk/doors/{id}/name                   401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/passes                 401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/secret                 401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/connection             401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/connection/test        401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/shut                   401      401          404     404     403     403     403        403
        POST   /desk/doors/{id}/open                   401      401          404     404     403     403     403        403
        GET    /desk/audit                             401      401          200     200     403     403     403        403
        GET    /desk/audit/live                        401      401          200     200     403     403     403        403
        GET    /desk/{*path}                           404      404          404     404     404     404     404        404
        POST   /desk/{*path}                           404      404          404     404     404     404     404        404
        PUT    /desk/{*path}                           404      404          404     404     404     404     404        404
        PATCH  /desk/{*path}                           404      404          404     404     404     404     404        404
        DELETE /desk/{*path}                           404      404          404     404     404     404     404        404
    "#]].assert_eq(&table.text);
}

fn is_of_desk(path: &str) -> bool {
    path == "/" || path.starts_with("/desk")
}

struct Table {
    text: String,
}

impl Table {
    fn new(callers: &[Caller]) -> Table {
        let names: Vec<_> = callers.iter().map(|caller| caller.name).collect();
        Table { text: format!("{:<47}{}\n", "", names.join(" | ")) }
    }

    /// A line for each method that the route takes.
    async fn add(&mut self, app: &App, path: &str, access: Access, callers: &[Caller]) {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let mut cells = Vec::new();
            for caller in callers {
                let status = status(app, &method, path, caller).await;
                assert_access(access, caller, status, &format!("{method} {path}"));
                cells.push(format!("{:<1$}", status.as_str(), caller.name.len()));
            }
            if cells.iter().all(|cell| cell.starts_with("405")) {
                continue;
            }
            let line = format!("{:<7}{path:<40}{}", method.as_str(), cells.join("   "));
            self.text.push_str(&format!("{}\n", line.trim_end()));
        }
    }
}

/// What the table of routes says is what happens.
fn assert_access(access: Access, caller: &Caller, status: StatusCode, what: &str) {
    if status == StatusCode::METHOD_NOT_ALLOWED {
        return;
    }
    let expected = match (access, caller.name) {
        (Access::Everybody, _) => return,
        // What they prove besides decides; the stories of the chat tell.
        (Access::Visitor, "write key" | "secret key" | "server's key") => return,
        (Access::AnyKey, "write key" | "secret key" | "server's key")
        | (Access::SecretKey, "secret key" | "server's key")
        | (Access::ServerKey, "server's key") => {
            let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status);
            return assert!(!refused, "{what} by {}: {status}", caller.name);
        }
        (Access::SecretKey, "write key") => StatusCode::FORBIDDEN,
        (Access::ServerKey, "write key" | "secret key") => StatusCode::FORBIDDEN,
        (Access::Staff, _) if caller.session.is_some() => {
            return assert_ne!(status, StatusCode::UNAUTHORIZED, "{what} by {}", caller.name);
        }
        // (A browser, which asks for a page, is shown the way to the sign-in.)
        (_, _) => StatusCode::UNAUTHORIZED,
    };
    assert_eq!(status, expected, "{what} by {}", caller.name);
}

async fn by_key(ctx: &Ctx) -> Vec<Caller> {
    let now = ctx.clock.now();
    let make = |kind: ChannelKind, name: &str| {
        let new = NewChannel { kind, name: name.into() };
        ctx.db.write(move |tx| channels::create(tx, &new, now))
    };
    let (open, open_secret) = make(ChannelKind::Web, "Shop").await.unwrap();
    let (shut, shut_secret) = make(ChannelKind::Web, "Old shop").await.unwrap();
    let (_, server) = make(ChannelKind::Api, "Back office").await.unwrap();
    let passes = Passes { track: true, talk: true, sell: true };
    ctx.db.write(|tx| channels::store::set_passes(tx, open.id, passes)).await.unwrap();
    ctx.db.write(|tx| channels::store::set_disabled(tx, shut.id, Some(now))).await.unwrap();
    let caller = |name, key: &str| Caller { name, key: Some(key.to_string()), session: None };
    vec![
        Caller { name: "no key", key: None, session: None },
        caller("unknown key", "sk_0000"),
        caller("write key", &open.write_key),
        caller("secret key", &open_secret.0),
        caller("server's key", &server.0),
        caller("shut door's write key", &shut.write_key),
        caller("its secret key", &shut_secret.0),
    ]
}

/// A stranger, a server of the shop, and somebody of each role, signed in.
async fn by_role(ctx: &Ctx, round: &str) -> Vec<Caller> {
    let mut callers = by_key(ctx).await;
    callers.retain(|caller| ["no key", "secret key"].contains(&caller.name));
    let ip = std::net::Ipv4Addr::LOCALHOST.into();
    let visit = Visit { ip, user_agent: String::new(), request_id: "matrix".into() };
    for role in Role::ALL {
        let email = format!("{}-{round}@kubek.pl", role.code());
        let new = NewAccount::checked(role.code(), &email, role).unwrap();
        let (_, link) = accounts::invite(ctx, &Permit::console(), new).await.unwrap();
        let password = "trzy filizanki kawy".to_string();
        let entry = accounts::set_password_by_link(ctx, &link, password, &visit).await.unwrap();
        callers.push(Caller { name: role.code(), key: None, session: Some(entry.token) });
    }
    callers
}

async fn status(app: &App, method: &Method, path: &str, caller: &Caller) -> StatusCode {
    let key = caller.key.as_deref().unwrap_or("");
    let path = path
        .replace("{key}", if key.is_empty() { "none" } else { key })
        .replace("{customer}", "user_id:ana");
    let path = path
        // Ids of the right form, of nobody.
        .replace("sessions/{id}", &format!("sessions/{}", SessionId([0; 16])))
        .replace("team/{id}", &format!("team/{}", AccountId([0; 16])))
        .replace("agents/{id}", &format!("agents/{}", AccountId([0; 16])))
        .replace("conversations/{id}", &format!("conversations/{}", ConversationId([0; 16])))
        .replace("{channel_id}", &ChannelId([0; 16]).to_string())
        .replace("{message_id}", &MessageId([0; 16]).to_string())
        .replace("{secret}", "guessed")
        .replace("{file}", "desk.css")
        .replace("{link}", "1");
    let mut request = Request::builder().method(method).uri(&path).header(header::HOST, "kubek.pl");
    if !key.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
    }
    let mut body = CALL.to_string();
    if is_of_desk(&path) {
        body = format!("{FORM}&email=ola-{}@kubek.pl", caller.name.replace(' ', "-"));
        let form = "application/x-www-form-urlencoded";
        request =
            request.header(header::CONTENT_TYPE, form).header("sec-fetch-site", "same-origin");
    }
    if let Some(session) = &caller.session {
        body.push_str(&format!("&_token={}", session.form_token()));
        request = request.header(header::COOKIE, format!("onedoor_session={}", session.reveal()));
    }
    router(app).oneshot(request.body(Body::from(body)).unwrap()).await.unwrap().status()
}
