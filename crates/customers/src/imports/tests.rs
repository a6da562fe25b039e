use super::*;
use crate::testing::on_each_engine;

#[tokio::test(flavor = "multi_thread")]
async fn the_mark_moves_with_its_transaction() {
    on_each_engine(async |shop| {
        let db = &shop.ctx.db;
        let work = Work { file_hash: &[1; 32], plan_hash: &[2; 32], name: "tills.csv" };
        let other = Work { plan_hash: &[3; 32], ..work };
        assert_eq!(db.read(|tx| done(tx, work)).await.unwrap(), 0);
        let now = shop.ctx.clock.now();
        db.write(|tx| advance(tx, work, 4_000, now)).await.unwrap();
        let failed: Result<()> = db
            .write(|tx| {
                advance(tx, work, 8_000, now)?;
                Err(kit::Error::internal("the disk is full"))
            })
            .await;
        assert_eq!(failed.unwrap_err().detail, "the disk is full");
        assert_eq!(db.read(|tx| done(tx, work)).await.unwrap(), 4_000);
        assert_eq!(db.read(|tx| done(tx, other)).await.unwrap(), 0);
    })
    .await;
}
