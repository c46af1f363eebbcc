//! Answers that are too long to be held: written on a thread of their own as fast as they are taken.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;

/// So many pieces are written ahead of whoever reads.
const AHEAD: usize = 4;
/// A piece has so many bytes or more, but for the last.
const PIECE: usize = 1 << 16;

/// Where a long answer is written to.
pub(crate) struct Out {
    piece: Vec<u8>,
    to: Sender<Bytes>,
}

impl Out {
    /// Sends what is there; `false` where nobody reads any more.
    fn send(&mut self) -> bool {
        self.piece.is_empty() || self.to.blocking_send(std::mem::take(&mut self.piece).into()).is_ok()
    }
}

impl io::Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE && !self.send() {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.send() { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
    }
}

/// A body that `write` writes from one state of the register. Where it fails, the answer breaks off, and the log says why.
pub(crate) fn streamed(
    desk: &Arc<Desk>,
    asking: Asking,
    write: impl FnOnce(&Asked<'_>, &mut Out) -> Result<(), Problem> + Send + 'static,
) -> Body {
    let (to, from) = channel(AHEAD);
    let desk = Arc::clone(desk);
    tokio::spawn(async move {
        let mut out = Out { piece: Vec::new(), to };
        let written = desk.ask(asking, move |asked| {
            write(asked, &mut out)?;
            out.send();
            Ok(())
        });
        if let Err(problem) = written.await {
            tracing::error!("an answer broke off: {}", problem.name());
        }
    });
    Body::new(Pieces(from))
}

struct Pieces(Receiver<Bytes>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let piece = ready!(self.0.poll_recv(context));
        Poll::Ready(piece.map(|piece| Ok(Frame::data(piece))))
    }
}
