# A PostgreSQL of the tests' own: a new cluster in a folder of its own, reached by a socket in it, gone when it is stopped.

# as_postgres COMMAND... : PostgreSQL refuses to run as root; the package brings a user for it.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Without the waits for the disk: the cluster never outlives the tests.
postgres_start() {
  local programs socket
  programs=$(compgen -G "/usr/lib/postgresql/*/bin" | sort -V | tail -n 1)
  [ -n "$programs" ] || { failure="PostgreSQL is not installed."; return 1; }
  postgres_bin=$programs
  postgres_folder=$(as_postgres mktemp -d /tmp/ouderlogin-postgres.XXXXXX)
  # No TCP: who may enter the folder may use the database.
  cat <<END | as_postgres tee "$postgres_folder/options" >/dev/null
listen_addresses = ''
unix_socket_directories = '$postgres_folder'
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
autovacuum = off
jit = off
max_connections = 100
END
  step "Making a PostgreSQL for the tests" postgres-init as_postgres "$programs/initdb" --pgdata "$postgres_folder/data" \
    --username portal --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync || return 1
  as_postgres sh -c 'cat "$1/options" >>"$1/data/postgresql.conf"' sh "$postgres_folder"
  step "Starting it" postgres-start as_postgres "$programs/pg_ctl" start --wait --pgdata "$postgres_folder/data" \
    --log "$postgres_folder/log" || return 1
  socket=${postgres_folder//\//%2F}
  export OUDERLOGIN_TEST_POSTGRES="postgresql://portal@$socket/postgres"
}

postgres_stop() {
  [ -n "${postgres_folder:-}" ] || return 0
  as_postgres "$postgres_bin/pg_ctl" stop --mode immediate --pgdata "$postgres_folder/data" >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
  postgres_folder=
}
