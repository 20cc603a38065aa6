-- Today tells what changed in a scheme since the last working day, and which bundles came: both by the time they were written.
create index history_chain_at on history (chain, at);
create index imports_at on imports (at);
