//! What was worked out in one state of the register, and need not be again until that changes.

use std::any::{Any, type_name};
use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::problem::Problem;

/// So much is kept of a state; beyond that all is forgotten.
const MOST: usize = 64;

/// Answers that look at the whole register, by what was asked.
#[derive(Default)]
pub(crate) struct Known {
    all: Mutex<Answers>,
    /// What is being worked out: others, who want the same, wait for that instead of doing it too.
    working: Mutex<HashMap<String, Arc<Mutex<()>>>>,
}

#[derive(Default)]
struct Answers {
    state: String,
    by_question: HashMap<String, Arc<dyn Any + Send + Sync>>,
}

impl Known {
    /// What was worked out of a question in a state, or is now. Nothing is kept where the state has no name.
    ///
    /// The work must not ask for what is known itself: it would wait for its own end.
    pub(crate) fn once<T: Send + Sync + 'static>(
        &self,
        state: Option<String>,
        question: impl Debug,
        work: impl FnOnce() -> Result<T, Problem>,
    ) -> Result<Arc<T>, Problem> {
        let Some(state) = state else { return Ok(Arc::new(work()?)) };
        let question = format!("{} {question:?}", type_name::<T>());
        if let Some(known) = self.answer(&state, &question) {
            return Ok(known);
        }
        let turn = Arc::clone(self.working().entry(question.clone()).or_default());
        let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = self.answer(&state, &question) {
            return Ok(known);
        }
        let worked = work();
        self.working().remove(&question);
        let answer = Arc::new(worked?);
        let mut all = self.all();
        if all.state != state || all.by_question.len() >= MOST {
            *all = Answers { state, by_question: HashMap::new() };
        }
        all.by_question.insert(question, Arc::clone(&answer) as Arc<dyn Any + Send + Sync>);
        Ok(answer)
    }

    fn answer<T: Send + Sync + 'static>(&self, state: &str, question: &str) -> Option<Arc<T>> {
        let all = self.all();
        let known = all.by_question.get(question).filter(|_| all.state == state)?;
        Arc::clone(known).downcast().ok()
    }

    fn working(&self) -> MutexGuard<'_, HashMap<String, Arc<Mutex<()>>>> {
        self.working.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn all(&self) -> MutexGuard<'_, Answers> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_asked_once() {
        let (known, mut n) = (Known::default(), 0);
        let mut ask = |state: Option<&str>, question: &str| {
            let answer = known.once(state.map(str::to_owned), question, || {
                n += 1;
                Ok(n)
            });
            *answer.expect("it does not fail")
        };
        assert_eq!([ask(Some("a"), "x"), ask(Some("a"), "x"), ask(Some("a"), "y")], [1, 1, 2]);
        assert_eq!([ask(Some("b"), "x"), ask(Some("b"), "x"), ask(None, "x"), ask(None, "x")], [3, 3, 4, 5]);
        for question in 0..2 * MOST {
            ask(Some("b"), &question.to_string());
        }
        assert!(known.all().by_question.len() <= MOST);
    }

    #[test]
    fn what_failed_is_tried_again() {
        let known = Known::default();
        let state = || Some("a".to_owned());
        assert!(known.once::<()>(state(), "x", || Err(Problem::Nothing)).is_err());
        assert!(known.once(state(), "x", || Ok(())).is_ok());
    }
}
