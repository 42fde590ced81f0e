namespace Grader.Exporting;

/// <summary>Where a student stands with one worksheet. Only the first two have points.</summary>
public enum Standing
{
    /// <summary>Every part has its points.</summary>
    Final,

    /// <summary>Parts wait for a person; the points so far stand.</summary>
    Waiting,

    /// <summary>Not marked, or not whole, through a fault of the grader. Never shown as zero.</summary>
    Fault,

    /// <summary>The file that was handed in could not be read.</summary>
    Unreadable,

    /// <summary>Several files answer the same worksheet; a person decides which counts.</summary>
    Doubled,
}
