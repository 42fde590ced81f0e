using Protocol;
using Sandbox;

// The host: loads one student's assembly and calls its methods, one request after the other, until it is killed.
if (args is [Ancestry.Flag, ..]) Ancestry.Follow(args);
var line = GraderLine.TakeOver();
line.Send(new Reply.Ready(Caps.Version, Environment.ProcessId));
if (args is [.., WarmUp.Flag]) WarmUp.Run();
var desk = new RequestDesk();
try
{
    while (line.Receive() is { } request)
    {
        line.Send(desk.Answer(request));
        // While the grader reads the answer.
        if (request is Request.Load) Framework.LoadForReplies();
        if (request is Request.Load or Request.Call) CleanSlate.Wipe();
    }
}
catch (OutOfMemoryException)
{
    // A method that keeps all memory leaves none for the answer. An exception that nobody catches would not even be printed then.
    Environment.FailFast("Out of memory.");
}
