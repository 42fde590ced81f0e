namespace Scanning;

/// <summary>Machine code in the file, which no look at .NET instructions would see.</summary>
internal static class NativeParts
{
    public static void Find(ProgramFile file, List<Finding> findings)
    {
        if (file.HasMachineCode)
        {
            findings.Add(Native("machine code", "The DLL holds machine code beside .NET code. Build it for any CPU, without ReadyToRun or native parts."));
        }

        if (file.HasExports)
        {
            findings.Add(Native("native exports", "The DLL exports functions to native code."));
        }
    }

    private static Finding Native(string what, string message) => new(FindingKind.NativeCode, Uses.WholeFile, what, message);
}
