//! An article goes in, diagnostics come out.
//!
//! There is one pipeline: [`Snapshot::take`] for a document by itself, [`DocumentState`] for one that is being
//! edited. It runs the rules that the newsroom wants over a reading, gives each finding its severity, leaves out
//! what is suppressed or beyond the limits, and places the rest in the document.

pub mod apply_fixes;
pub(crate) mod cross_file;
mod diagnostic;
mod document_state;
mod examples;
mod fact_index;
mod findings;
mod graded_finding;
mod incremental;
mod kept;
mod limit;
mod output;
mod pipeline;
mod placement;
mod safety;
mod skipped;
mod snapshot;
mod suppression;
pub mod survey;
#[cfg(test)]
pub(crate) mod test_support;

pub use apply_fixes::{FixedDocument, apply_fixes, safe_fixes};
pub use diagnostic::{Diagnostic, DocumentFix, PlacedFinding};
pub use document_state::DocumentState;
pub use examples::failing_examples;
pub use kept::KeptFindings;
pub use limit::MAX_SHOWN_PER_RULE;
pub use output::OutputDiagnostic;
pub use pipeline::diagnose;
pub use snapshot::Snapshot;
