//! An address of this machine in, answers out, until the program is told to end.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::signal;
use tokio::sync::Notify;

use crate::desk::Desk;
use crate::error::ServeError;
use crate::router::router;

/// Where pages are served unless something else is asked for.
pub const LISTEN: &str = "127.0.0.1:8000";

/// Whether an address is of this machine alone.
///
/// # Errors
///
/// Where other machines reach it.
pub fn local(listen: SocketAddr) -> Result<(), ServeError> {
    if listen.ip().is_loopback() { Ok(()) } else { Err(ServeError::NotLocal(listen)) }
}

/// Serves pages at an address of this machine until the program is interrupted or told to end; what was begun is finished first.
/// `ready` is told the address once it can be asked.
///
/// # Errors
///
/// Where the address is not of this machine alone or is in use.
pub fn serve(desk: Arc<Desk>, listen: SocketAddr, ready: impl FnOnce(SocketAddr)) -> Result<(), ServeError> {
    local(listen)?;
    let runtime = Builder::new_multi_thread().enable_io().enable_time().build().map_err(ServeError::Answering)?;
    let served = runtime.block_on(async {
        let refused = |source| ServeError::Listen { address: listen, source };
        let listener = TcpListener::bind(listen).await.map_err(refused)?;
        ready(listener.local_addr().map_err(refused)?);
        let told = Arc::new(Notify::new());
        let ending = Arc::clone(&told);
        let served = axum::serve(listener, router(desk)).with_graceful_shutdown(async move {
            told_to_end().await;
            ending.notify_one();
        });
        let late = async {
            told.notified().await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            served = served.into_future() => served.map_err(ServeError::Answering),
            () = late => Ok(()),
        }
    });
    // Dropped, it would wait without end for what is still at work on a thread of its own.
    runtime.shutdown_timeout(LAST);
    served
}

/// So long what was begun may take once the server is told to end.
const GRACE: Duration = Duration::from_secs(10);
/// So long what nobody waits for any more, as a change by somebody who has left.
const LAST: Duration = Duration::from_secs(1);

/// Waits for an interrupt or for the word to end.
async fn told_to_end() {
    let interrupted = async {
        // Where no signal can be heard, the system ends the program itself.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
    tracing::info!("ending: what was begun is finished first");
}

#[cfg(unix)]
async fn terminated() {
    match signal::unix::signal(signal::unix::SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
