//! A body that must have come by a certain moment: whoever sends a byte now and then holds no place for ever.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::Sleep;

struct Within {
    body: Body,
    time: Duration,
    /// Set when there is something to wait for: most bodies came together with their headers.
    end: Option<Pin<Box<Sleep>>>,
}

/// The body, or `TimedOut` when it is not all there after `time`.
pub fn within(body: Body, time: Duration) -> Body {
    if body.is_end_stream() { body } else { Body::new(Within { body, time, end: None }) }
}

impl HttpBody for Within {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            return Poll::Ready(frame);
        }
        let time = self.time;
        let end = self.end.get_or_insert_with(|| Box::pin(tokio::time::sleep(time)));
        end.as_mut().poll(cx).map(|()| {
            let late = io::Error::new(io::ErrorKind::TimedOut, "the body came too slowly");
            Some(Err(axum::Error::new(late)))
        })
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
