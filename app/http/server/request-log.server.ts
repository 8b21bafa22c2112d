import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { arrivalOf } from './arrival.server';
import { loggablePath } from './loggable-path';

/** One line an answer: which, how long, how it ended. Who asked is not in it. */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const start = performance.now();
    response.once('close', () => {
      const { requestId } = arrivalOf(response);
      const line = {
        requestId,
        method: request.method,
        path: loggablePath(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(performance.now() - start),
        ...(response.writableFinished ? {} : { aborted: true }),
      };
      if (response.statusCode >= 500) logger.error(line, 'answered');
      else logger.info(line, 'answered');
    });
    next();
  };
