FROM debian:trixie-slim AS build

# No versions of Debian's packages are named: its stable mirror keeps only the newest, repaired one.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3-pip \
    && rm -rf /var/lib/apt/lists/*

# Every requirement is pinned with its hashes, so nothing is left for pip to resolve.
COPY requirements.txt /
RUN python3 -m venv --without-pip /venv \
    && pip --python /venv/bin/python install --no-cache-dir --no-compile --no-deps \
       --require-hashes -r /requirements.txt

COPY LICENSE main.py /app/
COPY services /app/services
COPY components /app/components
COPY app /app/app
# The running image cannot write bytecode, so it is made here; it never looks at file times again.
RUN python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash /venv/lib /app \
    && chmod -R u=rwX,go=rX /app /venv


FROM debian:trixie-slim

LABEL org.opencontainers.image.title="CareerVault" \
      org.opencontainers.image.description="A private place for a whole job search." \
      org.opencontainers.image.licenses="MIT"

# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
       ca-certificates python3 tesseract-ocr tesseract-ocr-eng tini \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -m 0700 -o 10001 -g 10001 /data

COPY --from=build /venv /venv
COPY --from=build /app /app

ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    OMP_THREAD_LIMIT=1 \
    CAREERVAULT_HOST=0.0.0.0 \
    CAREERVAULT_PORT=8080 \
    CAREERVAULT_DATA=/data

WORKDIR /app
# A number, so that an orchestrator can see for itself that this is not root.
USER 10001:10001
# /tmp is a volume too: some orchestrators give a read-only task no other place to write.
VOLUME ["/data", "/tmp"]
EXPOSE 8080
STOPSIGNAL SIGTERM

HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import http.client, os, sys; door = http.client.HTTPConnection('127.0.0.1', int(os.environ['CAREERVAULT_PORT']), timeout=4); door.request('GET', '/health'); sys.exit(door.getresponse().status != 200)"]

# A word after the image's name is a command: `docker run … careervault reset-password EMAIL`.
ENTRYPOINT ["tini", "--", "python", "main.py"]
