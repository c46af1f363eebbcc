//! Work on all cores, results in the order of the input.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many items a thread may be ahead of the one whose result is taken next.
const AHEAD: usize = 8;

/// Does `work` on every item with some threads and hands the results to `take`, in the order of the items.
///
/// A bounded number of items is under way at any time, so memory does not grow with their number. The first
/// error of `take` ends it.
pub(crate) fn in_order<T: Send, R: Send, E>(
    threads: NonZeroUsize,
    mut items: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if threads == NonZeroUsize::MIN {
        return items.try_for_each(|item| take(work(item)));
    }
    let window = threads.get() * AHEAD;
    let (queue, waiting) = sync_channel::<(T, SyncSender<R>)>(window);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        // Moved in, so that the threads find the queue closed however this ends.
        let queue = queue;
        for _ in 0..threads.get() {
            scope.spawn(|| {
                while let Some((item, reply)) = next(&waiting) {
                    // Nobody listens any more once `take` has failed.
                    let _ = reply.send(work(item));
                }
            });
        }
        let mut under_way: VecDeque<Receiver<R>> = VecDeque::with_capacity(window);
        loop {
            let item = if under_way.len() < window { items.next() } else { None };
            if let Some(item) = item {
                let (reply, answer) = sync_channel(1);
                queue.send((item, reply)).expect("the threads wait for as long as the queue is open");
                under_way.push_back(answer);
            } else if let Some(answer) = under_way.pop_front() {
                take(answer.recv().expect("work answers"))?;
            } else {
                return Ok(());
            }
        }
    })
}

fn next<T>(waiting: &Mutex<Receiver<T>>) -> Option<T> {
    waiting.lock().expect("no thread panics while it waits").recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order() {
        for threads in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |n: u64| (0..n * 7919 % 1000).fold(n, |n, _| std::hint::black_box(n));
            let done: Result<(), ()> = in_order(NonZeroUsize::new(threads).unwrap(), 0..500, work, |n| {
                taken.push(n);
                Ok(())
            });
            assert_eq!((done, taken), (Ok(()), (0..500).collect()));
        }
    }

    #[test]
    fn ends_at_the_first_error() {
        for threads in [1, 3] {
            let done = in_order(
                NonZeroUsize::new(threads).unwrap(),
                0..,
                |n: u32| n,
                |n| if n < 100 { Ok(()) } else { Err(n) },
            );
            assert_eq!(done, Err(100));
        }
    }
}
