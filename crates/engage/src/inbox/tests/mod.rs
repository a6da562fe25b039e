mod rules;
mod stories;
