//! Reading texts on threads that may block: as many at a time as there are processors.

use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::refusal::Refusal;

/// Timeout for an answer, from when its request has been read. Reading goes on behind it, and its place is taken until it ends.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(30);

/// Threads that read.
pub struct Worker {
    places: Arc<Semaphore>,
}

impl Worker {
    /// As many places as there are processors.
    pub fn new() -> Worker {
        Worker { places: Arc::new(Semaphore::new(available_parallelism().map_or(1, usize::from))) }
    }

    /// Does something that takes its time.
    ///
    /// # Errors
    /// It panics, or is not done in time.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let done = async {
            let place = self.places.clone().acquire_owned().await;
            let work = tokio::task::spawn_blocking(move || {
                let done = work();
                drop(place);
                done
            });
            work.await.map_err(|_| Refusal::fault())
        };
        tokio::time::timeout(ANSWER_TIMEOUT, done).await.unwrap_or_else(|_| Err(Refusal::busy()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_an_answer_and_its_place_is_free_again() {
        let worker = Worker { places: Arc::new(Semaphore::new(1)) };
        for _ in 0..3 {
            let panicked = worker.run(|| panic!("this is a test")).await;
            assert_eq!(panicked, Err::<(), _>(Refusal::fault()));
        }
        assert_eq!(worker.run(|| 1).await, Ok(1));
    }
}
