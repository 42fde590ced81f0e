using System.CommandLine;
using System.Net;
using Grader.Previewing;

namespace Grader.Commands;

/// <summary><c>grader author preview DIR</c>.</summary>
internal static class AuthorPreviewCommand
{
    private const int LargestPort = 65535;

    public static Command Build(Surroundings surroundings)
    {
        var folder = AuthorCommand.Folder();
        var port = new Option<int?>("--port") { Description = "The port of 127.0.0.1; any free one if not given", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is { } number and (< 1 or > LargestPort)) result.AddError($"--port {number}: a port is a whole number from 1 to {LargestPort}.");
        });
        var command = new Command("preview", "Shows the worksheet in a browser, and follows its files while they are edited.") { folder, port };
        command.SetAction(call => Run(AuthorCommand.ExistingWorksheet(call.GetRequiredValue(folder)), call.GetValue(port), surroundings));
        return command;
    }

    private static int Run(string folder, int? port, Surroundings surroundings)
    {
        using var interruption = surroundings.Interruptions();
        using var server = Listen(port);
        surroundings.Output.WriteLine($"{server.Address} shows {folder} and follows its files. Ctrl+C ends it.");
        surroundings.Output.Flush();
        server.Serve(new PreviewPages(new(folder), surroundings.ClassSecret).Answer, interruption.Token);
        return ExitCode.Well;
    }

    private static PreviewServer Listen(int? port)
    {
        try
        {
            return PreviewServer.Listen(port);
        }
        catch (HttpListenerException problem)
        {
            throw new UnusableCallException(
                port is null ? $"No port of 127.0.0.1 can be listened at: {problem.Message}" : $"Port {port} of 127.0.0.1 cannot be listened at: {problem.Message}",
                port is null ? null : "Leave --port out to take a free one.");
        }
    }
}
