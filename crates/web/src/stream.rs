//! Answers that are too long to be held: written on a thread of their own as fast as they are taken.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;
use tokio::runtime::Handle;
use tokio::sync::mpsc::error::SendTimeoutError;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::asking::Asking;
use crate::desk::{Asked, Desk};
use crate::problem::Problem;

/// So many pieces are written ahead of whoever reads.
const AHEAD: usize = 4;
/// A piece has so many bytes or more, but for the last.
const PIECE: usize = 1 << 16;
/// So long one waits for whoever reads: meanwhile a turn and a state of the register are held for them.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a long answer is written to.
pub(crate) struct Out {
    piece: Vec<u8>,
    /// Behind the last piece comes `None`: without it the answer is not whole.
    to: Sender<Option<Bytes>>,
    runtime: Handle,
    patience: Duration,
}

impl Out {
    /// Sends what is there.
    fn send(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::take(&mut self.piece).into();
        self.hand(Some(piece))
    }

    /// Says that the answer is whole.
    fn end(mut self) -> io::Result<()> {
        self.send()?;
        self.hand(None)
    }

    fn hand(&self, piece: Option<Bytes>) -> io::Result<()> {
        let handed = self.runtime.block_on(self.to.send_timeout(piece, self.patience));
        handed.map_err(|refused| match refused {
            SendTimeoutError::Closed(_) => io::ErrorKind::BrokenPipe.into(),
            SendTimeoutError::Timeout(_) => {
                tracing::warn!("an answer breaks off: nobody took more of it for {} s", self.patience.as_secs());
                io::ErrorKind::TimedOut.into()
            }
        })
    }
}

impl io::Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send()
    }
}

/// A body that `write` writes from one state of the register. Where it fails, the connection breaks off, so that nobody takes a part
/// for the whole, and the log says why.
pub(crate) fn streamed(
    desk: &Arc<Desk>,
    asking: Asking,
    write: impl FnOnce(&Asked<'_>, &mut Out) -> Result<(), Problem> + Send + 'static,
) -> Body {
    let (to, from) = channel(AHEAD);
    let mut out = Out { piece: Vec::new(), to, runtime: Handle::current(), patience: PATIENCE };
    let desk = Arc::clone(desk);
    tokio::spawn(async move {
        let written = desk.ask(asking, move |asked| {
            write(asked, &mut out)?;
            out.end().map_err(|_| Problem::Ending)
        });
        match written.await {
            // Nobody takes it any more: whoever asked is gone, or wanted the head alone.
            Ok(()) | Err(Problem::Ending) => {}
            Err(problem) => tracing::error!("an answer broke off: {}", problem.name()),
        }
    });
    Body::new(Pieces { from, whole: false })
}

struct Pieces {
    from: Receiver<Option<Bytes>>,
    whole: bool,
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.whole {
            return Poll::Ready(None);
        }
        let piece = ready!(self.from.poll_recv(context));
        self.whole = matches!(piece, Some(None));
        Poll::Ready(match piece {
            Some(piece) => piece.map(|piece| Ok(Frame::data(piece))),
            None => Some(Err(io::ErrorKind::UnexpectedEof.into())),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Write as _};
    use std::time::Duration;

    use axum::body::{Body, to_bytes};
    use tokio::runtime::Handle;
    use tokio::sync::mpsc::channel;
    use tokio::task::spawn_blocking;

    use super::{AHEAD, Out, PIECE, Pieces};

    fn answer(patience: Duration) -> (Out, Body) {
        let (to, from) = channel(AHEAD);
        let out = Out { piece: Vec::new(), to, runtime: Handle::current(), patience };
        (out, Body::new(Pieces { from, whole: false }))
    }

    #[tokio::test]
    async fn what_fails_midway_does_not_end_like_a_whole_answer() {
        for fails in [false, true] {
            let (mut out, body) = answer(Duration::from_secs(600));
            let written = spawn_blocking(move || {
                out.write_all(&[b'x'; 3 * PIECE])?;
                out.write_all(b"the rest")?;
                if fails { Err(io::ErrorKind::Other.into()) } else { out.end() }
            });
            let taken = to_bytes(body, usize::MAX).await;
            assert_eq!(written.await.unwrap().is_err(), fails);
            assert_eq!(taken.map(|bytes| bytes.len()).ok(), (!fails).then_some(3 * PIECE + 8));
        }
    }

    #[tokio::test]
    async fn nobody_is_waited_for_without_end() {
        let (mut out, body) = answer(Duration::from_millis(1));
        let written = spawn_blocking(move || {
            (0..=AHEAD).try_for_each(|_| out.write_all(&[b'x'; PIECE]))?;
            out.end()
        });
        assert_eq!(written.await.unwrap().unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert!(to_bytes(body, usize::MAX).await.is_err(), "what was left lying is no whole answer");
    }

    #[tokio::test]
    async fn who_is_gone_is_not_written_to() {
        let (mut out, body) = answer(Duration::from_secs(600));
        drop(body);
        let written = spawn_blocking(move || out.write_all(&[b'x'; PIECE]));
        assert_eq!(written.await.unwrap().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}
