//! Every route that is not of the desk, by every key of a door.

use super::*;

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
        GET    /v1/shop/cart                           401      401           200         200          200            401                     401
        GET    /v1/shop/cart/stream                    401      401           200         200          200            401                     401
        GET    /v1/shop/cart/states                    401      401           200         200          200            401                     401
        POST   /v1/shop/cart/changes                   401      401           400         400          400            401                     401
        POST   /v1/shop/cart/restore                   401      401           400         400          400            401                     401
        POST   /v1/shop/cart/code                      401      401           400         400          400            401                     401
        POST   /v1/shop/cart/claim                     401      401           400         400          400            401                     401
        GET    /v1/customers/{customer}/cart           401      401           403         200          200            401                     401
        GET    /v1/customers/{customer}/cart/states    401      401           403         200          200            401                     401
        POST   /v1/customers/{customer}/cart/changes   401      401           403         400          400            401                     401
        POST   /v1/customers/{customer}/cart/restore   401      401           403         400          400            401                     401
        GET    /v1/shop/orders                         401      401           200         200          200            401                     401
        POST   /v1/shop/orders                         401      401           400         400          400            401                     401
        GET    /v1/shop/orders/{number}                401      401           400         400          400            401                     401
        GET    /v1/customers/{customer}/orders         401      401           403         200          200            401                     401
        POST   /v1/customers/{customer}/orders         401      401           403         400          400            401                     401
        GET    /v1/orders/{number}                     401      401           403         400          400            401                     401
        POST   /v1/orders/{number}/payment             401      401           403         400          400            401                     401
        POST   /v1/orders/{number}/shipments           401      401           403         400          400            401                     401
        POST   /v1/orders/{number}/cancellations       401      401           403         400          400            401                     401
        GET    /v1/channels                            401      401           403         403          200            401                     401
        POST   /v1/channels                            401      401           403         403          400            401                     401
        GET    /v1/customers/{customer}/export         401      401           403         403          200            401                     401
        POST   /v1/customers/{customer}/erasure        401      401           403         403          201            401                     401
        PUT    /v1/customers/{customer}/restriction    401      401           403         403          400            401                     401
        DELETE /v1/customers/{customer}/restriction    401      401           403         403          400            401                     401
        PUT    /v1/customers/{customer}/objection      401      401           403         403          400            401                     401
        DELETE /v1/customers/{customer}/objection      401      401           403         403          400            401                     401
        POST   /v1/conversations/{id}/messages         401      401           403         403          400            401                     401
        PUT    /v1/prices                              401      401           403         403          400            401                     401
        GET    /v1/price-lists                         401      401           403         403          200            401                     401
        GET    /v1/price-exceptions                    401      401           403         403          200            401                     401
        GET    /v1/promotions                          401      401           403         403          200            401                     401
        POST   /v1/promotions                          401      401           403         403          400            401                     401
        PUT    /v1/promotions/{id}                     401      401           403         403          400            401                     401
        POST   /v1/promotions/{id}/coupons             401      401           403         403          400            401                     401
        POST   /v1/shop/quote                          401      401           400         400          400            401                     401
        GET    /v1/products/{product}                  401      401           403         403          404            401                     401
        PUT    /v1/products/{product}                  401      401           403         403          400            401                     401
        DELETE /v1/products/{product}                  401      401           403         403          404            401                     401
        PUT    /v1/categories/{handle}                 401      401           403         403          400            401                     401
        GET    /v1/shop/products                       401      401           200         200          200            401                     401
        GET    /v1/shop/products/{handle}              401      401           404         404          404            401                     401
        GET    /v1/shop/categories                     401      401           200         200          200            401                     401
        GET    /v1/shop/codes/{code}                   401      401           404         404          404            401                     401
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
        POST   /v1/stock/movements                     401      401           403         403          400            401                     401
        PUT    /v1/stock/snapshot                      401      401           403         403          400            401                     401
        GET    /v1/stock/{sku}                         401      401           403         403          404            401                     401
        GET    /v1/shop/availability                   401      401           400         400          400            401                     401
        POST   /v1/messages                            401      401           403         400          400            401                     401
        POST   /v1/messages/{id}/reports               401      401           403         400          400            401                     401
        GET    /shop                                   404      404           404         404          404            404                     404
        GET    /shop/shop.css                          200      200           200         200          200            200                     200
        GET    /shop/shop.js                           200      200           200         200          200            200                     200
        GET    /demo                                   404      404           404         404          404            404                     404
        GET    /demo/live                              404      404           404         404          404            404                     404
        GET    /demo/play.css                          404      404           404         404          404            404                     404
        GET    /demo/play.js                           404      404           404         404          404            404                     404
        GET    /demo/sign-in                           404      404           404         404          404            404                     404
        GET    /demo/mail                              404      404           404         404          404            404                     404
        POST   /demo/mail                              404      404           404         404          404            404                     404
        GET    /demo/mail/live                         404      404           404         404          404            404                     404
        GET    /demo/mail/new                          404      404           404         404          404            404                     404
        GET    /demo/mail/{number}                     404      404           404         404          404            404                     404
        POST   /demo/mail/{number}/unsubscribe         404      404           404         404          404            404                     404
        GET    /demo/mail/{number}/files/{file}        404      404           404         404          404            404                     404
        GET    /demo/phone                             404      404           404         404          404            404                     404
        GET    /demo/phone/live                        404      404           404         404          404            404                     404
        POST   /demo/phone/sms                         404      404           404         404          404            404                     404
        POST   /demo/phone/whatsapp                    404      404           404         404          404            404                     404
        POST   /demo/phone/call                        404      404           404         404          404            404                     404
        GET    /demo/gateway/cgi-bin/sendsms           404      404           404         404          404            404                     404
        POST   /demo/line/{*what}                      404      404           404         404          404            404                     404
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
        POST   /hooks/{channel_id}/shopify             404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/woocommerce         404      404           404         404          404            404                     404
        POST   /v1/calls                               401      401           403         400          400            401                     401
        POST   /hooks/{channel_id}/voice               404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/voice/status        404      404           404         404          404            404                     404
        POST   /hooks/{channel_id}/voice/{call}/{what} 404      404           404         404          404            404                     404
    "#]].assert_eq(&table.text);
}
