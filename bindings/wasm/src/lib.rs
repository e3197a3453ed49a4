//! vartani as a WebAssembly module: messages in JSON go in and come out through linear memory.
//!
//! JavaScript asks [`input`] for room, writes a request there, calls [`call`], and reads [`answer_len`] bytes from
//! where that says. One request is done after another. What requests and answers look like is in [`message`];
//! `editors/web/src/` wraps them.
//!
//! A panic aborts, which traps: JavaScript throws the instance away then and makes a new one.

mod checker;
mod message;
mod newsroom;
mod told;
mod utf16;

use std::cell::RefCell;

pub use checker::Checker;

/// Both sides have to speak the same version; it grows when a message changes its form.
pub const PROTOCOL: u32 = 2;

/// What lives in the instance.
#[derive(Default)]
struct Instance {
    checker: Checker,
    request: Vec<u8>,
    answer: Vec<u8>,
}

thread_local! {
    static INSTANCE: RefCell<Instance> = RefCell::default();
}

/// The version of the messages.
// SAFETY: nothing else that is linked has such a name; so for those below.
#[unsafe(no_mangle)]
pub extern "C" fn protocol() -> u32 {
    PROTOCOL
}

/// Room for a request of `length` bytes, until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    INSTANCE.with_borrow_mut(|instance| {
        instance.request.clear();
        instance.request.resize(length, 0);
        instance.request.as_mut_ptr()
    })
}

/// Answers the request that lies in the room that [`input`] gave. The answer lies where this says until the next call.
#[unsafe(no_mangle)]
pub extern "C" fn call() -> *const u8 {
    INSTANCE.with_borrow_mut(|instance| {
        let request = std::mem::take(&mut instance.request);
        instance.answer = instance.checker.answer(&request);
        instance.answer.as_ptr()
    })
}

/// The length of the answer in bytes.
#[unsafe(no_mangle)]
pub extern "C" fn answer_len() -> usize {
    INSTANCE.with_borrow(|instance| instance.answer.len())
}
