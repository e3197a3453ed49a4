//! A file as memory, without reading it.
//!
//! The one place of the crate with unsafe code: a mapped file changes under the program if somebody writes into
//! it, and no check can rule that out. Only files of vartani's own cache are mapped. They are written once,
//! under another name, and renamed into place; nothing ever writes into one that is there.

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps a file of the cache into memory.
///
/// # Errors
/// Whatever the system says against it.
#[allow(unsafe_code)]
pub(super) fn map(file: &File) -> io::Result<Mmap> {
    // SAFETY: the file is one of our cache, which is never written into after it has its name (see above)
    unsafe { Mmap::map(file) }
}
