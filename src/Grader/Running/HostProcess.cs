using System.Diagnostics;
using System.IO.Pipes;

namespace Grader.Running;

/// <summary>A started host, and the ways to end it.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly bool leadsGroup;

    private HostProcess(Process process, bool leadsGroup, BoxLine line)
    {
        this.process = process;
        this.leadsGroup = leadsGroup;
        Line = line;
    }

    public BoxLine Line { get; }

    /// <param name="leadsGroup">Whether the process makes itself the leader of a group, to be killed with all of it.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    /// <exception cref="IOException">A pipe cannot be set up.</exception>
    public static HostProcess Start(ProcessStartInfo command, bool leadsGroup, Limits limits)
    {
        command.UseShellExecute = false;
        command.RedirectStandardInput = command.RedirectStandardOutput = command.RedirectStandardError = true;
        var process = Process.Start(command)!;
        try
        {
            var line = new BoxLine(
                Descriptor(process.StandardInput.BaseStream),
                Descriptor(process.StandardOutput.BaseStream),
                Descriptor(process.StandardError.BaseStream),
                limits,
                limits.OutputBytes);
            return new HostProcess(process, leadsGroup, line);
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>Waits a moment for an end that is under way.</summary>
    /// <returns>The exit code, 128 + the signal for a killed process; null while it still runs.</returns>
    public int? ExitCode(TimeSpan wait) => process.WaitForExit(wait) ? process.ExitCode : null;

    /// <summary>Ends it at once: exit hooks and finalizers would run to the time limit.</summary>
    public void Kill()
    {
        // The leader may have ended and left others of its group.
        if (leadsGroup) _ = UnixCalls.Kill(-process.Id, UnixCalls.KillSignal);
        if (!process.HasExited) _ = UnixCalls.Kill(process.Id, UnixCalls.KillSignal);
    }

    public void Dispose()
    {
        Kill();
        _ = process.WaitForExit(Patience);
        process.StandardInput.BaseStream.Dispose();
        process.StandardOutput.BaseStream.Dispose();
        process.StandardError.BaseStream.Dispose();
        process.Dispose();
    }

    private static int Descriptor(Stream stream) => stream switch
    {
        PipeStream pipe => (int)pipe.SafePipeHandle.DangerousGetHandle(),
        FileStream file => (int)file.SafeFileHandle.DangerousGetHandle(),
        _ => throw new IOException($"The pipe to the box is a {stream.GetType().Name}."),
    };
}
