pub mod normal;
