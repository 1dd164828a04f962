import { recordingText } from '@/lib/conformance/recording-files';

interface Context {
  readonly params: Promise<{ readonly name: readonly string[] }>;
}

/** A recording as it was made: `/api/recordings/statefulset/ordered-create`. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const text = recordingText(name.join('/'));
  if (text === undefined) return Response.json({ error: { code: 'noSuchRecording' } }, { status: 404 });
  return new Response(text, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
  });
}
