//! Counts the memory that is asked for.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

static ASKED_FOR: AtomicUsize = AtomicUsize::new(0);
static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

fn add(bytes: usize) {
    ASKED_FOR.fetch_add(bytes, Relaxed);
    PEAK.fetch_max(HELD.fetch_add(bytes, Relaxed) + bytes, Relaxed);
}

// SAFETY: all is done by the system's allocator; here it is only counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        add(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        add(size);
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(at, layout, size) }
    }
}

/// The bytes that some work asks for.
pub struct Cost {
    /// All of them.
    pub asked_for: usize,
    /// Most of them that were held at once.
    pub peak: usize,
}

/// What some work costs. Other threads of this program must not work meanwhile.
pub fn of(work: impl FnOnce()) -> Cost {
    let (before, held) = (ASKED_FOR.load(Relaxed), HELD.load(Relaxed));
    PEAK.store(held, Relaxed);
    work();
    Cost { asked_for: ASKED_FOR.load(Relaxed) - before, peak: PEAK.load(Relaxed).saturating_sub(held) }
}
