//! Every route of the desk, by every role of the staff.

use super::*;

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
        GET    /desk/settings/second-factor            401      401          409     409     409     409     409        409
        POST   /desk/settings/second-factor            401      401          409     409     409     409     409        409
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
        POST   /desk/inbox/{id}/templates              401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/messages               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/draft                  401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/typing                 401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/closure                401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/opening                401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/rest                   401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/assignee               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/team                   401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/priority               401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/hand-overs             401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/joins                  401      401          404     404     404     404     403        403
        POST   /desk/inbox/{id}/parts/{part}/removal   401      401          404     404     404     404     403        403
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
        GET    /desk/stock                             401      401          200     200     200     200     200        200
        GET    /desk/stock/places                      401      401          200     200     403     200     403        403
        POST   /desk/stock/places                      401      401          400     400     403     400     403        403
        GET    /desk/stock/{variant}                   401      401          404     404     404     404     404        404
        POST   /desk/stock/{variant}/movements         401      401          404     404     403     404     403        403
        POST   /desk/stock/{variant}/arrivals/{coming} 401      401          404     404     403     404     403        403
        GET    /desk/products                          401      401          200     200     200     200     200        200
        POST   /desk/products                          401      401          400     400     403     403     400        403
        GET    /desk/products/new                      401      401          200     200     403     403     200        403
        GET    /desk/products/{id}                     401      401          404     404     404     404     404        404
        POST   /desk/products/{id}                     401      401          404     404     403     403     404        403
        POST   /desk/products/{id}/archive             401      401          404     404     403     403     404        403
        GET    /desk/prices                            401      401          200     200     200     200     200        200
        POST   /desk/prices                            401      401          303     400     403     403     400        403
        GET    /desk/prices/new                        401      401          200     200     403     403     200        403
        GET    /desk/prices/lists/{id}                 401      401          404     404     404     404     404        404
        POST   /desk/prices/lists/{id}                 401      401          404     404     403     403     404        403
        GET    /desk/prices/lists/{id}/settings        401      401          404     404     403     403     404        403
        GET    /desk/prices/variants/{id}              401      401          404     404     404     404     404        404
        GET    /desk/prices/exceptions                 401      401          200     200     200     200     200        200
        POST   /desk/prices/exceptions                 401      401          400     400     403     403     400        403
        POST   /desk/prices/exceptions/{id}/end        401      401          404     404     403     403     404        403
        GET    /desk/promotions                        401      401          200     200     200     200     200        200
        POST   /desk/promotions                        401      401          400     400     403     403     400        403
        GET    /desk/promotions/new                    401      401          200     200     403     403     200        403
        GET    /desk/promotions/try                    401      401          200     200     200     200     200        200
        GET    /desk/promotions/gift-cards             401      401          200     200     403     403     200        403
        POST   /desk/promotions/gift-cards             401      401          400     400     403     403     400        403
        POST   /desk/promotions/gift-cards/find        401      401          400     400     403     403     400        403
        GET    /desk/promotions/gift-cards/{id}        401      401          404     404     403     403     404        403
        POST   /desk/promotions/gift-cards/{id}/entries401      401          404     404     403     403     404        403
        POST   /desk/promotions/gift-cards/{id}/block  401      401          404     404     403     403     404        403
        GET    /desk/promotions/{id}                   401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}                   401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}/pause             401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}/resume            401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}/end               401      401          404     404     403     403     404        403
        GET    /desk/promotions/{id}/coupons           401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}/coupons           401      401          404     404     403     403     404        403
        GET    /desk/promotions/{id}/coupons.csv       401      401          404     404     403     403     404        403
        GET    /desk/promotions/{id}/coupons/sheet     401      401          404     404     403     403     404        403
        POST   /desk/promotions/{id}/coupons/{code}/stop401      401          400     400     403     403     400        403
        GET    /desk/webhooks                          401      401          200     200     403     403     403        403
        POST   /desk/webhooks                          401      401          400     400     403     403     403        403
        GET    /desk/webhooks/{id}                     401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/secret              401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/test                401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/state               401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/removal             401      401          404     404     403     403     403        403
        POST   /desk/webhooks/{id}/again/{delivery}    401      401          404     404     403     403     403        403
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
        POST   /desk/customers/{id}/cart               401      401          404     404     404     404     403        403
        POST   /desk/customers/{id}/cart/undo          401      401          400     400     400     400     403        403
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
        POST   /desk/doors/{id}/connection/trial       401      401          404     404     403     403     403        403
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
