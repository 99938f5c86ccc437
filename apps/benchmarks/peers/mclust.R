# mclust as a program that answers requests: see src/protocol/serve.ts.

rows <- NULL

quoted <- function(text) paste0('"', gsub('"', "'", gsub("[\\\\\n]", " ", text)), '"')

hello <- function() {
  suppressPackageStartupMessages(library(mclust))
  version <- as.character(packageVersion("mclust"))
  sprintf('{"version": %s, "details": %s}', quoted(version), quoted(R.version.string))
}

load_rows <- function(file, n, d) {
  n <- as.numeric(n)
  d <- as.numeric(d)
  rows <<- matrix(readBin(file, "double", n * d, endian = "little"), n, d, byrow = TRUE)
  "{}"
}

# mclust has names of its own for the types, and two for one dimension.
model_name <- function(structure, d) {
  if (d == 1) return(if (structure == "tied") "E" else "V")
  c(full = "VVV", tied = "EEE", diag = "VVI", spherical = "VII")[[structure]]
}

start_of <- function(file, structure, k, d) {
  numbers <- readBin(file, "double", k + k * d + k * d * d, endian = "little")
  means <- matrix(numbers[k + seq_len(k * d)], d, k)
  rest <- numbers[-seq_len(k + k * d)]
  variance <- mclustVariance(model_name(structure, d), d = d, G = k)
  if (d == 1) {
    variance$sigmasq <- if (structure == "tied") rest[1] else rest[seq_len(k)]
  } else if (structure == "full") {
    sigma <- array(rest, c(d, d, k))
    variance$sigma <- sigma
    variance$cholsigma <- array(apply(sigma, 3, chol), c(d, d, k))
  } else if (structure == "tied") {
    variance$Sigma <- matrix(rest, d, d)
    variance$cholSigma <- chol(variance$Sigma)
    variance$sigma <- array(rest, c(d, d, k))
  } else if (structure == "diag") {
    variances <- matrix(rest, d, k)
    variance$scale <- exp(colMeans(log(variances)))
    variance$shape <- sweep(variances, 2, variance$scale, "/")
  } else {
    variance$sigmasq <- rest[seq_len(k)]
  }
  list(pro = numbers[seq_len(k)], mean = if (d == 1) as.vector(means) else means, variance = variance)
}

# The time of N iterations less that of one, so that the setup of the call is not counted; of one iteration, all of it.
run <- function(structure, components, start_file, iterations, repeats) {
  k <- as.numeric(components)
  d <- ncol(rows)
  n_iterations <- as.numeric(iterations)
  name <- model_name(structure, d)
  data <- if (d == 1) as.vector(rows) else rows
  parameters <- start_of(start_file, structure, k, d)
  em_of <- function(count) {
    control <- emControl(eps = 0, tol = c(0, 0), itmax = c(count, count))
    before <- Sys.time()
    result <- em(data, modelName = name, parameters = parameters, control = control, warn = FALSE)
    list(result = result, seconds = as.numeric(Sys.time() - before, units = "secs"))
  }
  seconds <- 0
  for (repetition in seq_len(as.numeric(repeats))) {
    last <- em_of(n_iterations)
    seconds <- seconds + if (n_iterations == 1) last$seconds else (last$seconds - em_of(1)$seconds) / (n_iterations - 1)
  }
  found <- last$result$parameters
  score <- estep(data, modelName = name, parameters = found)$loglik
  digest <- sum(found$pro * colSums(matrix(found$mean, d, k)^2))
  seconds <- seconds / as.numeric(repeats)
  sprintf('{"seconds": %.17g, "logLikelihood": %.17g, "digest": %.17g}', seconds, score, digest)
}

handlers <- list(hello = hello, load = load_rows, run = run)

input <- file("stdin")
open(input)
while (length(line <- readLines(input, n = 1)) > 0) {
  words <- strsplit(line, "\t")[[1]]
  answer <- tryCatch(
    if (is.null(handlers[[words[1]]])) stop("it cannot do this") else do.call(handlers[[words[1]]], as.list(words[-1])),
    error = function(error) sprintf('{"error": %s}', quoted(conditionMessage(error)))
  )
  cat(answer, "\n", sep = "")
  flush(stdout())
}
