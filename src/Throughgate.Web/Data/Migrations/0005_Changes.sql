-- Where the last change of each chain stands: lists kept in memory ask it whether anything has changed since they were read.
alter table chain_heads add column changed_seq bigint not null default 0;
update chain_heads set changed_seq = coalesce((select max(h.seq) from history h where h.chain = chain_heads.chain), 0);
