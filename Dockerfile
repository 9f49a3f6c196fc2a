# whosays in a small image, as docs/ci.md shows:
#   docker build --tag whosays .
#   docker run --rm --volume "$PWD:/texts:ro" whosays check
# It runs as nobody in particular and writes nothing: --read-only and --network none are welcome.
# With --target ci it has git, too, which tells what a change touches.
ARG PYTHON=3.13-slim

FROM python:${PYTHON} AS build
# Files of one age, in whole seconds, make the same image each time, and keep what is compiled valid in it.
ARG SOURCE_DATE_EPOCH=1767225600
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_COMPILE=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /build
COPY requirements/run.txt requirements/build.txt requirements/
RUN python3 -m venv --without-pip /opt/tools \
    && python3 -m venv --without-pip /opt/whosays \
    && python3 -m pip --python /opt/tools/bin/python install --require-hashes -r requirements/build.txt \
    && python3 -m pip --python /opt/whosays/bin/python install --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY lint lint
COPY rules rules
RUN /opt/tools/bin/python -m hatchling build -t wheel -d dist \
    && python3 -m pip --python /opt/whosays/bin/python install --no-deps --no-index dist/*.whl \
    && find /opt/whosays -exec touch --no-dereference --date="@${SOURCE_DATE_EPOCH}" {} + \
    && /opt/whosays/bin/python -m compileall -q --invalidation-mode unchecked-hash /opt/whosays/lib

FROM python:${PYTHON} AS plain
LABEL org.opencontainers.image.title="whosays" \
      org.opencontainers.image.description="The editorial linter that asks who says" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /opt/whosays /opt/whosays
ENV PATH=/opt/whosays/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1 WHOSAYS_CACHE_DIR=/opt/whosays/cache
# The rules are compiled here, once for all users: a start then takes a fifth of the time.
RUN useradd --no-create-home --uid 10001 whosays \
    && echo "Experts say so." > /tmp/warm.md \
    && whosays check --no-cache --exit-zero /tmp/warm.md > /dev/null \
    && rm /tmp/warm.md \
    && chmod --recursive a+rX /opt/whosays/cache
WORKDIR /texts
USER 10001
ENTRYPOINT ["whosays"]
CMD ["--help"]

FROM plain AS ci
USER root
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install --yes --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
USER 10001

FROM plain
