using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Grader.Previewing;

/// <summary>
/// Serves pages to the browsers of this machine, and to nothing else: it listens on the loopback address only, and answers only who
/// calls it by that address, so that no foreign page reaches it under a name of its own.
/// </summary>
/// <param name="Port">Of 127.0.0.1.</param>
internal sealed class PreviewServer : IDisposable
{
    private const int Attempts = 20;

    private readonly HttpListener listener;

    private PreviewServer(HttpListener listener, int port) => (this.listener, Port) = (listener, port);

    public int Port { get; }

    public string Address => $"http://127.0.0.1:{Port}/";

    /// <param name="port">Null for any that is free.</param>
    /// <exception cref="HttpListenerException">Nobody may listen at this port, or somebody does.</exception>
    public static PreviewServer Listen(int? port)
    {
        for (var attempt = 1; ; attempt++)
        {
            var chosen = port ?? FreePort();
            var listener = new HttpListener { Prefixes = { $"http://127.0.0.1:{chosen}/" } };
            try
            {
                listener.Start();
                return new(listener, chosen);
            }
            catch (HttpListenerException) when (port is null && attempt < Attempts)
            {
                // Somebody else took the free port in the meantime.
                listener.Close();
            }
        }
    }

    /// <summary>Answers until it is cancelled.</summary>
    /// <param name="answer">From the path of a request, unescaped, to its page; null where there is none.</param>
    public void Serve(Func<string, PreviewAnswer?> answer, CancellationToken cancellation)
    {
        using var stopping = cancellation.Register(listener.Abort);
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                Reply(listener.GetContext(), answer);
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // The listener was stopped, or a browser went away before it had its page.
            }
        }
    }

    public void Dispose() => ((IDisposable)listener).Dispose();

    private void Reply(HttpListenerContext context, Func<string, PreviewAnswer?> answer)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers["Host"] != $"127.0.0.1:{Port}")
        {
            Write(response, 403, new(PreviewAnswer.Plain, "The preview answers to its own address only."));
        }
        else if (request.HttpMethod != "GET")
        {
            Write(response, 405, new(PreviewAnswer.Plain, "The preview is for reading."));
        }
        else if (answer(request.Url?.LocalPath ?? "/") is { } found)
        {
            Write(response, 200, found);
        }
        else
        {
            Write(response, 404, new(PreviewAnswer.Plain, "There is no such page. The worksheet's is /."));
        }
    }

    private static void Write(HttpListenerResponse response, int status, PreviewAnswer answer)
    {
        response.StatusCode = status;
        response.ContentType = answer.ContentType;
        response.Headers["Cache-Control"] = "no-store";
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Close(Encoding.UTF8.GetBytes(answer.Content), willBlock: true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}

internal sealed record PreviewAnswer(string ContentType, string Content)
{
    public const string Plain = "text/plain; charset=utf-8";

    public const string Page = "text/html; charset=utf-8";
}
