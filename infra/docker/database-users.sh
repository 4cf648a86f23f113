#!/usr/bin/env bash
# Makes the two users of the database: the owner of the schema, and the one that the exchange works as,
# which gets its rights from the owner at each start of the API.
set -euo pipefail

MYSQL_PWD=$MYSQL_ROOT_PASSWORD mysql --user=root <<SQL
create user 'wufei'@'%' identified by '$WUFEI_DB_PASSWORD';
create user 'wufei_migration'@'%' identified by '$WUFEI_DB_MIGRATION_PASSWORD';
grant all privileges on $MYSQL_DATABASE.* to 'wufei_migration'@'%' with grant option;
SQL
