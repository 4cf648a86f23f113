-- An export lists the files of an organisation, newest first.
create index ix_attachment_file_organisation on attachment_file (organisation_id, id);
