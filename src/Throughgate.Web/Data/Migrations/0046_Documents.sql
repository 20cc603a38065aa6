-- Files that belong to a programme. The content stands outside, encrypted; its key stands here, itself encrypted with a key that is in neither place.
create table documents (
    id uuid not null primary key,
    case_id uuid not null references cases (id),
    title text not null,
    about text not null,
    file_type text not null,
    bytes integer not null,
    note text,
    added_at timestamptz not null,
    added_by text not null,
    voided_at timestamptz,
    wrapped_key bytea,
    master_key text,
    gone_at timestamptz,
    origin text not null,
    import_id uuid,
    version integer not null,
    voided boolean not null default false
);
create index documents_case on documents (case_id, added_at);
