import nock from 'nock';

/** No test may reach another machine: only loopback answers. */
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
