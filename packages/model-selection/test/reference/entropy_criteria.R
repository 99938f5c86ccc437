# Criteria that read the entropy of the posteriors, from fits by mclust (Debian's r-cran-mclust, r-cran-jsonlite).
# usage: Rscript entropy_criteria.R > entropy-criteria.json   (in this folder)
#   EM from one M-step on the hard labels of the class column, run until nothing moves; three components.
#   aicc: Hurvich and Tsai (1989); clc: Biernacki and Govaert (1997); nec: Celeux and Soromenho (1996)
#   logLikelihoodOfOne: of the one-component model of the same family, by mclust's mvn
suppressMessages({library(mclust); library(jsonlite)})
models <- list(full = c("VVV", "XXX"), tied = c("EEE", "XXX"), diag = c("VVI", "XXI"), spherical = c("VII", "XII"))
out <- list(mclust = as.character(packageVersion("mclust")), cases = list())
until_still <- emControl(tol = c(1e-15, 1e-15), itmax = c(50000, 50000))
for (set in list(c("iris", "species"), c("diabetes", "class"))) {
  data <- read.csv(file.path("../../../../reference/datasets", paste0(set[1], ".csv")))
  columns <- names(data)[sapply(data, is.numeric)]
  x <- as.matrix(data[columns])
  for (name in names(models)) {
    model <- models[[name]]
    fit <- me(data = x, modelName = model[1], z = unmap(factor(data[[set[2]]])), control = until_still)
    z <- estep(x, modelName = model[1], parameters = fit$parameters)$z
    entropy <- -sum(ifelse(z > 0, z * log(z), 0))
    one <- mvn(modelName = model[2], data = x)$loglik
    p <- nMclustParams(model[1], ncol(x), ncol(z))
    n <- nrow(x)
    out$cases[[length(out$cases) + 1]] <- list(
      dataset = set[1], columns = columns, classColumn = set[2], model = model[1], covariance = name, rows = n,
      parameters = p, logLikelihood = fit$loglik, assignmentEntropy = -entropy,
      logMaxPosterior = sum(log(apply(z, 1, max))), logLikelihoodOfOne = one,
      aicc = -2 * fit$loglik + 2 * p + 2 * p * (p + 1) / (n - p - 1),
      clc = -2 * fit$loglik + 2 * entropy,
      nec = entropy / (fit$loglik - one))
  }
}
cat(toJSON(out, digits = 15, auto_unbox = TRUE, pretty = TRUE))
