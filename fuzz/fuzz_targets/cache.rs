#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| vartani_fuzz::cache(data));
